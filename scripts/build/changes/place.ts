/** Where in an operation or a component something stands, in few words; empty for the operation itself. */
export function placeOf(pointer: readonly string[]): string {
  const [root, name = "", ...rest] = pointer;
  if (root === "paths") return words(rest.slice(1));
  if (root === "components") return words([name, ...rest]);
  return "";
}

function words([kind, name = "", ...rest]: readonly string[]): string {
  if (kind === "requestBody" || kind === "requestBodies")
    return `body${fields(kind === "requestBody" ? [name, ...rest] : rest)}`;
  if (kind === "responses") return `answer ${name}${fields(rest)}`;
  if (kind === "schemas") return `${name}${fields(rest)}`;
  return "";
}

/** The way through schemas, as one would write it in code. */
function fields(tokens: readonly string[]): string {
  let text = "";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === "properties") text += `.${tokens[++index] ?? ""}`;
    else if (token === "items") text += "[]";
    else if (token === "headers") text += ` ${tokens[++index] ?? ""}`;
  }
  return text;
}
