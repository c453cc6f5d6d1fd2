import { defineFact } from '../../kernel/facts.ts';

/** A caller wants to ask for information under law 4982 and is sent the link of the form. Its subject is the call. */
export const FoiFormAsked = defineFact<{ linkId: string }>('foi-form-asked');
