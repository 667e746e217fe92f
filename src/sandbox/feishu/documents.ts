import type { Identity } from "./tokens.ts";

/** A cloud document that can be exported. */
export interface FeishuDocument {
  /** Its token, 27 characters at most. */
  token: string;
  type: "doc" | "docx" | "sheet" | "bitable";
  title: string;
  /** Ids of its sheets or tables, which a CSV export has to name one of. */
  subIds?: string[];
  /** Who may read it. Default: the app and the user. */
  readers?: Identity[];
  deleted?: boolean;
  /** Its data is being moved elsewhere, so that no export can be made now. */
  moving?: boolean;
  /** The `job_status` that each of its exports fails with. */
  failure?: number;
  /** Least size of an exported file, in bytes. A PDF is made while it is sent, so that gigabytes need no memory. */
  size?: number;
}

/** The documents that every sandbox begins with. */
export function seedDocuments(): FeishuDocument[] {
  return [
    { token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc", title: "docName", size: 34356 },
    { token: "doxcnHandbookOfTheSandbox01", type: "docx", title: "Handbook" },
    { token: "doxcnMenuOfTheSandbox000002", type: "docx", title: "Menü für den Sommer" },
    { token: "Fm7osyjtMh5o7Ktrv32c73abcef", type: "sheet", title: "Sales", subIds: ["6e5ed3", "8c1fb2"] },
    {
      token: "bascnInventoryOfSandbox0003",
      type: "bitable",
      title: "Inventory",
      subIds: ["tblsRc9GRRXKqhvW"],
    },
    { token: "doxcnTooLargeToExport000004", type: "docx", title: "Archive of everything", failure: 107 },
    { token: "doxcnNotSharedWithTheApp005", type: "docx", title: "Salaries", readers: ["user"] },
    { token: "doxcnDeletedLongAgo00000006", type: "docx", title: "Draft", deleted: true },
    { token: "doxcnBeingMovedElsewhere007", type: "docx", title: "Contracts", moving: true },
  ];
}

/** What each type exports to. */
export const extensionsOf: Readonly<Record<FeishuDocument["type"], readonly string[]>> = {
  doc: ["docx", "pdf"],
  docx: ["docx", "pdf"],
  sheet: ["xlsx", "csv"],
  bitable: ["xlsx", "csv"],
};
