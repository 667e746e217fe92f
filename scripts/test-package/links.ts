import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every page of an installed package leads only to what is installed with it. */
export function followLinks(root: string): void {
  const pages = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.md$/.test(file));
  const lost = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8");
    const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = ""]) => link);
    return links
      .filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(page), link)))
      .map((link) => `${page}: ${link}`);
  });
  if (lost.length > 0) throw new Error(`These links lead nowhere once installed:\n${lost.join("\n")}`);
  console.log(`links    of ${pages.length} pages lead to what is installed`);
}
