import type { Code } from "./layout.ts";
import type { Import } from "./scope.ts";

/** What a generated file consists of: nothing else can get into one. */
export type Statement =
  | {
      readonly kind: "import";
      readonly types: boolean;
      readonly names: readonly Import[];
      readonly from: string;
      /** What a reader has to know of one of them. */
      readonly note?: string;
    }
  /** Everything that another file exports. */
  | { readonly kind: "export"; readonly from: string }
  | {
      readonly kind: "interface";
      readonly name: string;
      readonly doc: readonly string[];
      readonly extends?: string;
      readonly properties: readonly Property[];
    }
  | { readonly kind: "type"; readonly name: string; readonly doc: readonly string[]; readonly type: Code }
  | {
      readonly kind: "constant";
      readonly name: string;
      readonly isExported: boolean;
      readonly doc: readonly string[];
      readonly type: Code;
      readonly value: Code;
    }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly isExported: boolean;
      /** `<P, B>` */
      readonly generics?: string;
      readonly doc: readonly string[];
      readonly parameters: readonly Parameter[];
      readonly returns: string;
      readonly body: Code;
    };

/** One with a default is written without `isOptional`. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly isOptional?: boolean;
  readonly default?: string;
}

export interface Property {
  readonly name: string;
  readonly doc: readonly string[];
  readonly isOptional: boolean;
  readonly type: Code;
}
