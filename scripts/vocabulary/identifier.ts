/** A name that generated code can export as it is: `export const <name>`. */
export function isExportable(name: string): boolean {
  return isIdentifier(name) && !reserved.has(name);
}

/** A name that can stand after a dot, and that no object already has from its prototype. */
export function isPropertyName(name: string): boolean {
  return isIdentifier(name) && !(name in {});
}

/** `export-task job` is `exportTaskJob`; the empty text when there are no letters to make a name of. */
export function camelCase(text: string): string {
  const words = text.replace(/^[^A-Za-z]+/, "").match(/[A-Z]+(?![a-z])|[A-Za-z][a-z]*|\d+/g) ?? [];
  const [first = "", ...others] = words.map((word) => word.toLowerCase());
  return first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

/** Words of ECMAScript and TypeScript that no `const` in a module can be called. */
const reserved: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  exports false finally for function globalThis if implements import in instanceof interface let module new null package
  private protected public require return static super switch this then throw true try typeof undefined var void while with
  yield __proto__`.split(/\s+/),
);
