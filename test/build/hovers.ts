import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = path.join(root, "test/build/virtual/program.ts");

/**
 * What an editor shows on words of a program, as TypeScript's language server tells it: each that a comment stands before, by
 * what that says. The program would be in the folder `virtual`.
 */
export function hovers(text: string): Readonly<Record<string, string>> {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const read = (file: string): string | undefined => (file === program ? text : ts.sys.readFile(file));
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getScriptFileNames: () => [program],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => ts.ScriptSnapshot.fromString(read(file) ?? ""),
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === program || ts.sys.fileExists(file),
    readFile: read,
  });
  const shown = Array.from(text.matchAll(/\/\*(.+?)\*\//g), ({ 0: comment, 1: label = "", index }) => {
    const info = service.getQuickInfoAtPosition(program, index + comment.length);
    return [label, ts.displayPartsToString(info?.displayParts)];
  });
  return Object.fromEntries(shown);
}
