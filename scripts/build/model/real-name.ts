import type { ParameterGroup } from "./model.ts";

/** What a parameter is called in the specification. It may be called as what every object has, such as `constructor`. */
export function realName({ realNames }: Pick<ParameterGroup, "realNames">, given: string): string {
  return (Object.hasOwn(realNames, given) ? realNames[given] : undefined) ?? given;
}
