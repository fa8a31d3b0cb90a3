import { expect, test } from "vitest";
import { z } from "zod";
import { PlanFileSchema } from "./plan-file.ts";

test("the schema that every installation publishes is the one that files are read by", async () => {
  const schema = {
    $id: "plan-file.schema.json",
    title: "Guidepost open plan file, format 1",
    ...z.toJSONSchema(PlanFileSchema),
  };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../../public/plan-file.schema.json");
});
