/** The members of a JSON object that came in; none for whatever is not one. */
export type Fields = Readonly<Record<string, unknown>>;

/** Of the body of a request, if that says that it is JSON, as every vendor asks. */
export async function readFields(request: Request): Promise<Fields> {
  if (!isJson(request)) return {};
  try {
    return fieldsOf(await request.json());
  } catch {
    return {};
  }
}

/** Says that it is JSON, in whatever character set. */
export function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
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
