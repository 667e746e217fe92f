/** Bytes of a name that every file system takes, with room for what others may hang on to it. */
const LONGEST = 200;

/**
 * A service's name for a file, as one that is safe to save under anywhere: no step of a path, no hidden file such as
 * `.profile`, nothing that Windows reserves, no character that controls or turns around how it is shown, and not too
 * long. `download`, when nothing is left.
 */
export function safeName(name: string | undefined): string {
  const visible = (name ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "")
    .replace(/[<>:"/\\|?*]/g, "_")
    .trim()
    .replace(/^\.+/, "_");
  const short = shortened(visible).replace(/[\s.]+$/, "");
  const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|$)/i;
  return device.test(short) ? `_${short}` : short || "download";
}

/** Cut before its extension, and never inside a character. */
function shortened(name: string): string {
  const extension = /(\.[^.]{1,16}){0,2}$/.exec(name)?.[0] ?? "";
  const stem = [...name.slice(0, name.length - extension.length)];
  while (bytes(stem.join("") + extension) > LONGEST && stem.length > 0) stem.pop();
  return stem.join("") + extension;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
