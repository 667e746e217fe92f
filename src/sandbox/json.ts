/** The members of a JSON object that came in; none for whatever is not one. */
export type Fields = Readonly<Record<string, unknown>>;

export async function readFields(request: Request): Promise<Fields> {
  try {
    return fieldsOf(await request.json());
  } catch {
    return {};
  }
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** Text that is there and not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A list of texts, or undefined for anything else. */
export function textsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : undefined;
}
