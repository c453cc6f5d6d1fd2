// Neighbourhoods and streets as the API says them; shared by the server and the browser.
import { Type } from 'typebox';
import type { Static } from 'typebox';

const optional = Type.Union([Type.Number(), Type.Null()]);

export const Neighbourhood = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  fullName: Type.String(),
  shortName: Type.String(),
  locative: Type.String(),
  tileCol: optional,
  tileRow: optional,
  latitude: optional,
  longitude: optional,
  active: Type.Boolean(),
});
export type Neighbourhood = Static<typeof Neighbourhood>;

export const Street = Type.Object({ name: Type.String(), neighbourhoodId: Type.Integer() });
export type Street = Static<typeof Street>;

export const StreetQuery = Type.Object(
  {
    typed: Type.String({ maxLength: 120 }),
    neighbourhoodId: Type.Optional(Type.Integer({ minimum: 1, maximum: 32_767 })),
  },
  { additionalProperties: false },
);
