/** A documentation site. */
export interface MintlifyDeployment {
  /** Its host name. */
  domain: string;
  /** Paths of its published pages, without a slash in front. */
  pages: string[];
}

/** The sites that every sandbox begins with. The pages of the first make 128 at 42 percent, as in the documentation. */
export function seedDeployments(): MintlifyDeployment[] {
  const reference = Array.from({ length: 302 }, (_, index) => `api-reference/endpoints/${index + 1}`);
  return [
    {
      domain: "docs.example.com",
      pages: ["index", "guides/getting-started", "api-reference/introduction", ...reference],
    },
    { domain: "acme.mintlify.app", pages: ["index", "changelog"] },
  ];
}
