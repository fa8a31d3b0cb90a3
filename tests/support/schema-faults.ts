/** The published schema of the plan file, asked of a validator that knows nothing of ours (decision 12). */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
const schema = JSON.parse(readFileSync(new URL("../../public/plan-file.schema.json", import.meta.url), "utf8"));
const validate = ajv.compile(schema);

/** Where the validator finds a fault, in our way of writing a place: "versions[0].text.nodes[0].title". */
export function schemaFaultsOf(file: unknown): string[] {
  if (validate(file)) return [];
  const places = (validate.errors ?? []).map(({ instancePath, params }) => {
    const place = instancePath.replace(/\/(\d+)(?=\/|$)/g, "[$1]").replaceAll("/", ".");
    return [place, params.missingProperty].filter(Boolean).join(".").replace(/^\./, "");
  });
  return [...new Set(places)];
}
