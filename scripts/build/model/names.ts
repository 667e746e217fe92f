/** The name as it is when it can be an identifier, else its words in camelCase; `undefined` when there are none. */
export function identifier(name: string): string | undefined {
  const usable = isIdentifier(name) ? name : camelCase(name);
  if (usable === undefined) return undefined;
  return reserved.has(usable) ? `${usable}_` : usable;
}

export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

/** `exportTask` is `ExportTask`: what names of types begin with. */
export function capitalized(name: string): string {
  const [first = "", ...rest] = name;
  const capital = first.toUpperCase();
  return (isIdentifier(capital) ? capital : `_${first}`) + rest.join("");
}

/** `huawei-ges` is `HuaweiGes`. */
export function pascalCase(key: string): string {
  return key.split("-").map(capitalized).join("");
}

/** `huawei-ges` is `huaweiGes`. */
export function camelCase(text: string): string | undefined {
  const words = text.match(/[\p{ID_Continue}$]+/gu);
  if (words === null) return undefined;
  const [first = "", ...rest] = words;
  const name = first + rest.map((word) => word.replace(/^./u, (letter) => letter.toUpperCase())).join("");
  return isIdentifier(name) ? name : `_${name}`;
}

/** Words that cannot name an exported constant of a module, or would change what the module means. */
const reserved: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function globalThis if implements import in instanceof interface let new null package private
  protected public return static super switch this throw true try typeof undefined var void while with yield
  exports module require __proto__`.split(/\s+/),
);
