import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { exportedFile, fileHeaders, makeFile } from "../../src/sandbox/files/file.ts";
import { makeTarball } from "../../src/sandbox/files/tar.ts";
import { makeZip } from "../../src/sandbox/files/zip.ts";

it.each(["pdf", "docx", "xlsx", "csv"] as const)(
  "makes a %s that is at least as large as asked, and always the same",
  (kind) => {
    const file = makeFile(kind, "Menü", 20_000);
    expect(file.byteLength).toBeGreaterThanOrEqual(20_000);
    expect(makeFile(kind, "Menü", 20_000)).toEqual(file);
    expect(makeFile(kind, "Menü").byteLength).toBeLessThan(2000);
  },
);

it.each([0, 1000, 9_999, 34_356, 100_010])(
  "makes a PDF of %i bytes whose table of offsets is right",
  (size) => {
    const text = Buffer.from(makeFile("pdf", "A (b) ü", size)).toString("latin1");
    expect(text.length).toBe(Math.max(size, makeFile("pdf", "A (b) ü").byteLength));
    // Readers look for the end in the last bytes only.
    expect(text.slice(-10)).toContain("%%EOF");
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe("xref");
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) =>
      Number(offset),
    );
    expect(offsets.map((offset) => text.slice(offset, offset + 7))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `${n} 0 obj`),
    );
    expect(text).toContain("(A \\(b\\) ü) Tj");
  },
);

it.each([0, 700, 720, 730, 740, 34_356, 65_536, 200_000])(
  "sends a PDF of at least %i bytes in pieces, the same as in one",
  async (size) => {
    const file = exportedFile("pdf", "Menü", size);
    const whole = makeFile("pdf", "Menü", size);
    expect([file.size, await new Response(file.body()).bytes()]).toEqual([whole.byteLength, whole]);
    expect(file.size).toBeGreaterThanOrEqual(size);
  },
);

it("makes nothing of a large PDF before it is read", async () => {
  const { size, body } = exportedFile("pdf", "Menü", 2 ** 40);
  expect(size).toBe(2 ** 40);
  const sent = body();
  if (!(sent instanceof ReadableStream)) throw new Error("not a stream");
  const reader = sent.getReader();
  const pieces = [await reader.read(), await reader.read(), await reader.read()];
  const starts = pieces.map(({ value }) => Buffer.from(value ?? []).toString("latin1", 0, 8));
  expect(starts).toEqual(["%PDF-1.4", "%0 .....", "%1 ....."]);
  await reader.cancel();
});

it("packs a ZIP whose directory says where each file is", () => {
  const zip = Buffer.from(
    makeZip([
      ["a.txt", "first"],
      ["ü.txt", "second"],
    ]),
  );
  const end = zip.length - 22;
  expect([zip.readUInt32LE(end), zip.readUInt16LE(end + 10)]).toEqual([0x06054b50, 2]);
  const found: string[] = [];
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    const name = zip.readUInt16LE(at + 28);
    const size = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26);
    found.push(`${zip.subarray(at + 46, at + 46 + name)}: ${zip.subarray(data, data + size)}`);
    at += 46 + name;
  }
  expect(found).toEqual(["a.txt: first", "ü.txt: second"]);
});

it("packs a tarball whose headers add up", () => {
  const tar = gunzipSync(makeTarball([["index.html", "<h1>index</h1>"]]));
  const header = Buffer.from(tar.subarray(0, 512));
  const sum = Number.parseInt(header.toString("latin1", 148, 154), 8);
  header.fill(" ", 148, 156);
  expect(header.reduce((total, byte) => total + byte, 0)).toBe(sum);
  expect([header.toString("latin1", 0, 10), Number.parseInt(header.toString("latin1", 124, 135), 8)]).toEqual(
    ["index.html", 14],
  );
  expect(tar.toString("latin1", 512, 526)).toBe("<h1>index</h1>");
  expect(tar.length % 512).toBe(0);
});

it("names a file in a way that every client understands", () => {
  const named = (name: string): unknown => fileHeaders(3, name)["content-disposition"];
  expect(named("docName.pdf")).toBe('attachment; filename="docName.pdf"');
  expect(named('Menü "1".pdf')).toBe(
    "attachment; filename=\"Men_ _1_.pdf\"; filename*=UTF-8''Men%C3%BC%20%221%22.pdf",
  );
});
