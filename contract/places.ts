// Neighbourhoods, streets and areas as the API says them; shared by the server and the browser.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const reason = Type.String({ minLength: 1, maxLength: 500 });
const neighbourhoodId = Type.Integer({ minimum: 1, maximum: 32_767 });

const neighbourhood = {
  id: Type.Integer(),
  name: Type.String(),
  fullName: Type.String(),
  shortName: Type.String(),
  locative: Type.String(),
  tileCol: orNull(Type.Number()),
  tileRow: orNull(Type.Number()),
  latitude: orNull(Type.Number()),
  longitude: orNull(Type.Number()),
  active: Type.Boolean(),
  version: Type.Integer(),
};
export const Neighbourhood = Type.Object(neighbourhood);
export type Neighbourhood = Static<typeof Neighbourhood>;

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const tile = orNull(Type.Integer({ minimum: 1, maximum: 99 }));

/** A neighbourhood as it shall be; `version`: the one that was read, 0 for a new one. */
export const NeighbourhoodChange = Type.Object(
  {
    neighbourhood: Type.Object(
      {
        name: words(60),
        fullName: words(80),
        shortName: words(20),
        locative: words(80),
        tileCol: tile,
        tileRow: tile,
        latitude: orNull(Type.Number({ minimum: 35, maximum: 43 })),
        longitude: orNull(Type.Number({ minimum: 25, maximum: 46 })),
        active: Type.Boolean(),
        version: Type.Integer({ minimum: 0 }),
      },
      strict,
    ),
    reason,
  },
  strict,
);
export type NeighbourhoodChange = Static<typeof NeighbourhoodChange>;

/** A street as it is suggested to whoever types: no more than its name and where it is. */
export const Street = Type.Object({ name: Type.String(), neighbourhoodId: Type.Integer() });
export type Street = Static<typeof Street>;

export const StreetQuery = Type.Object(
  { typed: Type.String({ maxLength: 120 }), neighbourhoodId: Type.Optional(neighbourhoodId) },
  strict,
);

/** Whose duty a road is by 5216 m.7. */
export const RoadAuthority = Type.Union([Type.Literal('district'), Type.Literal('metropolitan')]);
export type RoadAuthority = Static<typeof RoadAuthority>;

const street = {
  neighbourhoodId,
  name: words(120),
  /** Null: nobody has said. */
  roadAuthority: orNull(RoadAuthority),
  /** What it stands on, for example a decision of the metropolitan council; there exactly when the authority is. */
  authoritySource: orNull(Type.String({ maxLength: 200 })),
  active: Type.Boolean(),
  version: Type.Integer({ minimum: 0 }),
};

export const RegisteredStreet = Type.Object({ id: Type.Integer(), ...street });
export type RegisteredStreet = Static<typeof RegisteredStreet>;

export const StreetChange = Type.Object({ street: Type.Object(street, strict), reason }, strict);
export type StreetChange = Static<typeof StreetChange>;

export const StreetRegisterQuery = Type.Object(
  {
    typed: Type.Optional(Type.String({ maxLength: 120 })),
    neighbourhoodId: Type.Optional(neighbourhoodId),
    authority: Type.Optional(Type.Union([RoadAuthority, Type.Literal('unknown')])),
    /** The street after which the page begins. */
    after: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict,
);

export const StreetRegister = Type.Object({
  streets: Type.Array(RegisteredStreet),
  /** Id to go on after; null at the end. */
  next: orNull(Type.Integer()),
  /** Of all streets in use, how many are whose. */
  counts: Type.Object({ district: Type.Integer(), metropolitan: Type.Integer(), unknown: Type.Integer() }),
});
export type StreetRegister = Static<typeof StreetRegister>;

/** A file of streets. Without `apply` it is only read, and the answer says what it would do. */
export const StreetFile = Type.Object(
  {
    text: Type.String({ maxLength: 2_000_000 }),
    apply: Type.Boolean(),
    /** Lines that cannot be read are left out; without it one such line stops the whole. */
    withoutFaulty: Type.Boolean(),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type StreetFile = Static<typeof StreetFile>;

export const StreetFileFault = Type.Object({
  /** Counted from 1, as a spreadsheet counts. */
  line: Type.Integer(),
  problem: Type.Union([
    Type.Literal('neighbourhood-missing'),
    Type.Literal('neighbourhood-unknown'),
    Type.Literal('street-missing'),
    Type.Literal('street-too-long'),
    Type.Literal('authority-unknown'),
    Type.Literal('source-missing'),
    Type.Literal('twice'),
  ]),
  /** What stands there. */
  found: Type.String(),
});
export type StreetFileFault = Static<typeof StreetFileFault>;

export const StreetFileAnswer = Type.Object({
  lines: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  faults: Type.Array(StreetFileFault),
  /** Some of what is added or changed, to look at. */
  sample: Type.Array(
    Type.Object({
      line: Type.Integer(),
      neighbourhood: Type.String(),
      name: Type.String(),
      before: orNull(RoadAuthority),
      after: orNull(RoadAuthority),
      isNew: Type.Boolean(),
    }),
  ),
  applied: Type.Boolean(),
});
export type StreetFileAnswer = Static<typeof StreetFileAnswer>;

/** Longitude, latitude: the order of GeoJSON, which is not the order in which people say them. */
const Position = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 });
const Rings = Type.Array(Type.Array(Position, { minItems: 4, maxItems: 5000 }), { minItems: 1, maxItems: 50 });

export const Shape = Type.Union([
  Type.Object({ type: Type.Literal('Polygon'), coordinates: Rings }, strict),
  Type.Object(
    { type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Rings, { minItems: 1, maxItems: 50 }) },
    strict,
  ),
]);
export type Shape = Static<typeof Shape>;

const area = {
  code: Type.String({ pattern: '^[A-Z][A-Z0-9-]{1,15}$' }),
  name: Type.Object({ tr: words(80), en: words(80) }, strict),
  neighbourhoods: Type.Array(neighbourhoodId, { maxItems: 500, uniqueItems: true }),
  shape: orNull(Shape),
  active: Type.Boolean(),
  version: Type.Integer({ minimum: 0 }),
};
export const Area = Type.Object(area, strict);
export type Area = Static<typeof Area>;

export const AreaChange = Type.Object({ area: Area, reason }, strict);
export type AreaChange = Static<typeof AreaChange>;
