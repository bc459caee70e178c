declare const district: unique symbol;

/** The id of a district (a UUID). Only what read it from the district's row, or made that row, may call a text one. */
export type DistrictId = string & { readonly [district]: true };
