import { crc32 } from "node:zlib";

/** A ZIP archive with its files stored as they are. */
export function makeZip(
  files: ReadonlyArray<readonly [name: string, content: string | Uint8Array]>,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const path = Buffer.from(name);
    const bytes = Buffer.from(content);
    const common = describe(bytes, path);
    const local = Buffer.concat([u32(0x04034b50), common, path]);
    parts.push(local, bytes);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), common, Buffer.alloc(10), u32(offset), path]));
    offset += local.length + bytes.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = u16(files.length);
  const end = [u32(0x06054b50), u32(0), count, count, u32(size), u32(offset), u16(0)];
  return new Uint8Array(Buffer.concat([...parts, ...directory, ...end]));
}

/** The part that a file's header and its line of the directory have in common. */
function describe(bytes: Buffer, path: Buffer): Buffer {
  const date = 0x5821; // 1 January 2024; an archive of the same files is always the same
  return Buffer.concat([
    u16(20),
    u16(0x0800), // names in UTF-8
    u16(0),
    u16(0),
    u16(date),
    u32(crc32(bytes)),
    u32(bytes.length),
    u32(bytes.length),
    u16(path.length),
    u16(0),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
