import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { unchecked } from "../../scripts/build/emit/types-file.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * What the compiler says of files that exist only here, with the settings of this repository; one program for all. It checks the
 * types, too, which say that it need not.
 */
export function typeErrors(files: Readonly<Record<string, string>>): readonly string[] {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(files).map(([file, text]) => [path.join(virtual, file), text]));
  const { fileExists, directoryExists, getSourceFile } = host;
  host.directoryExists = (folder) => folder.startsWith(virtual) || directoryExists?.(folder) === true;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text.replace(unchecked, "//"), version);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const name = file ? path.relative(virtual, file.fileName) : "";
    return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** Where these files would be: inside the repository, so that its package.json and its modules are theirs. */
const virtual = path.join(root, "test/build/virtual");

/** The runtime, as files in a folder there see it. */
export const runtime = "../../../../src/runtime/index.ts";
