/** A JSONPath to one place: `$.paths['/jobs/{id}'].get`. */
export function jsonPath(address: readonly string[]): string {
  const steps = address.map((token) =>
    /^[A-Za-z_]\w*$/.test(token) ? `.${token}` : `['${escaped(token)}']`,
  );
  return `$${steps.join("")}`;
}

function escaped(token: string): string {
  const text = token.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be escaped
  return text.replace(/[\u0000-\u001f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
