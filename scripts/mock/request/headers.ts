/** A header of a request, `null` where there is none, or can be none of that name. */
export function headerOf(headers: Headers, name: string): string | null {
  return canBe(name, "") ? headers.get(name) : null;
}

/** Documents may name headers, and give them values, that HTTP has none of. */
export function canBe(name: string, value: string): boolean {
  try {
    new Headers([[name, value]]);
    return true;
  } catch {
    return false;
  }
}

export function possible(headers: Readonly<Record<string, string>>): Headers {
  return new Headers(Object.entries(headers).filter(([name, value]) => canBe(name, value)));
}
