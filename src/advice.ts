/** What to do about an error, in a sentence or two; `undefined` where nothing is known. */
export type Advice = (error: unknown) => string | undefined;

/**
 * Advice by the service's codes, and by `HTTP 403` where there is none for the code. What an error was caused by counts
 * as well: a `PollingError` has the refusal for a cause.
 */
export function adviceFrom(table: Readonly<Record<string, string>>): Advice {
  return (error) => {
    for (let each = error; each instanceof Error; each = each.cause) {
      const { code, status } = each as { readonly code?: unknown; readonly status?: unknown };
      // the code of a failed job may have the step before it: `CreateELBTask-fail:DWS.0114`
      const keys = [`${code}`, `${code}`.replace(/^.*:/s, ""), `HTTP ${status}`];
      const key = keys.find((name) => Object.hasOwn(table, name));
      if (key !== undefined) return table[key];
    }
    return undefined;
  };
}
