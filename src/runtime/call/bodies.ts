import { urlencoded } from "./urlencoded.ts";

/** How a body goes out. */
export interface BodyWriter {
  /** `null` leaves it to the body: a `Blob` and `FormData` know theirs. Default: `application/json`. */
  readonly mediaType?: string | null;
  /** Default: as JSON. */
  readonly write?: (body: unknown) => unknown;
}

/** What can be sent as it is. */
export type Binary = Blob | ArrayBuffer | ArrayBufferView;

/** A body that is sent as it is: text, or bytes. */
export function raw(mediaType: string | null): BodyWriter {
  return { mediaType, write: (body) => body };
}

/** `application/x-www-form-urlencoded` */
export function form(...styles: Parameters<typeof urlencoded>): BodyWriter {
  const write = urlencoded(...styles);
  return {
    mediaType: "application/x-www-form-urlencoded",
    write: (body) => (body instanceof URLSearchParams ? body : write(body)),
  };
}

/**
 * `multipart/form-data`: a list is a part for each item, an object is JSON.
 * `types` are the media types of parts that the specification wants to have one.
 */
export function multipart(types: Readonly<Record<string, string>> = {}): BodyWriter {
  return {
    mediaType: null,
    write: (body) => (body instanceof FormData ? body : parts(body, types)),
  };
}

function parts(body: unknown, types: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      const content =
        item instanceof Blob ? item : typeof item === "object" ? JSON.stringify(item) : `${item}`;
      if (content instanceof Blob && (content.type || !type)) form.append(name, content);
      else if (type)
        form.append(name, new Blob([content], { type }), item instanceof File ? item.name : "blob");
      else form.append(name, content as string); // what is no blob by now is text
    }
  }
  return form;
}
