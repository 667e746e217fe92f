import type { Source } from "@redocly/openapi-core";
import { BaseResolver, ResolveError } from "@redocly/openapi-core";

/** Reads files, and nothing from the network: a build gives the same everywhere, and asks nobody. */
export class LocalResolver extends BaseResolver {
  override async loadExternalRef(reference: string): Promise<Source> {
    if (!/^https?:/i.test(reference)) return super.loadExternalRef(reference);
    const message =
      "is not fetched: the build reads files only. Save it beside the specification and refer to that";
    throw new ResolveError(new Error(`${reference} ${message}`));
  }
}
