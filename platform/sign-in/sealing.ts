/** What is kept where others may read it, closed with a key that only this installation has. The cipher is the library's. */
import { hkdfSync } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";

export interface Sealing {
  seal(text: string): Promise<string>;
  /** Null if it was not sealed here, for this purpose, or was changed since. */
  open(sealed: string): Promise<string | null>;
}

/** Each purpose has a key of its own, so that what was sealed for one opens nothing of another. */
export function openSealing(secret: string, purpose: string): Sealing {
  const key = Buffer.from(hkdfSync("sha256", secret, "guidepost", purpose, 32)).toString("base64url");
  return {
    seal: (text) => symmetricEncrypt({ key, data: text }),
    open: (sealed) => symmetricDecrypt({ key, data: sealed }).catch(() => null),
  };
}
