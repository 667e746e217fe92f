import type { FileKind } from "../files/file.ts";
import { type Fields, textOf } from "../json.ts";
import type { Refusal } from "../vendor.ts";
import { extensionsOf, type FeishuDocument } from "./documents.ts";
import { badField, refusal } from "./refusals.ts";
import type { Identity } from "./tokens.ts";

/** What is to be exported and to what, or why it is not. */
export function readCreation(
  body: Fields,
  documents: readonly FeishuDocument[],
  identity: Identity,
): { document: FeishuDocument; extension: FileKind } | Refusal {
  for (const name of ["file_extension", "token", "type"]) {
    if (textOf(body[name]) === undefined) return badField(name, body[name], `${name} is required`);
  }
  const { file_extension, token, type, sub_id } = body;
  if (String(token).length > 27) return badField("token", token, "the max len is 27");
  const extensions = isType(type) ? extensionsOf[type] : undefined;
  if (!extensions || !isExtension(file_extension)) return refusal(1069904);
  if (!extensions.includes(file_extension)) return refusal(1069918);

  const document = documents.find((each) => each.token === token && each.type === type);
  if (!document) return refusal(1069914);
  if (document.deleted) return refusal(1069906);
  if (!mayRead(document, identity)) return refusal(1069902);
  if (document.moving) return refusal(600);
  if (file_extension === "csv" && !document.subIds?.some((id) => id === sub_id)) return refusal(1069904);
  return { document, extension: file_extension };
}

export function mayRead(document: FeishuDocument, identity: Identity): boolean {
  return document.readers?.includes(identity) ?? true;
}

function isType(type: unknown): type is FeishuDocument["type"] {
  return typeof type === "string" && Object.hasOwn(extensionsOf, type);
}

function isExtension(extension: unknown): extension is FileKind {
  return Object.values(extensionsOf).some((allowed) => allowed.some((each) => each === extension));
}
