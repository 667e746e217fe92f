// @ts-nocheck: the generator vouches for these types, and every build is faster for it.
interface Print {
  readonly pages: number;
}
/** As generated types would be if they were wrong: no compiler is to say so. */
export interface Wrong extends Print {
  readonly pages: string;
}
