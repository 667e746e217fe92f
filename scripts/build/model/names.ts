import { camelCase, isExportable } from "../../vocabulary/identifier.ts";

/** What an operation is exported as: its id as it is if possible, else its words; `undefined` if it has none. */
export function exportName(id: string): string | undefined {
  // a word that is taken by the language, then one that becomes such when it is put together
  return [id, `${id}_`, camelCase(id), `${camelCase(id)}_`].filter((name) => name !== "_").find(isExportable);
}

/** `printOrder` is `PrintOrder`: what names of types begin with. */
export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `print-shop` is `PrintShop`. */
export function pascalCase(key: string): string {
  return key.split("-").map(capitalized).join("");
}

/** The type of the schema `simple-user` is called `SimpleUser`: with a capital, it is no word of the language. */
export function typeName(key: string): string | undefined {
  const name = key.split(/\W+/).map(capitalized).join("");
  return /^[\w .,:/+-]+$/.test(key) && /^[A-Z]/.test(name) ? name : undefined;
}
