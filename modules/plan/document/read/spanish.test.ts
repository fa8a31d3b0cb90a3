import { describe, expect, test } from "vitest";
import { readTxt } from "../formats/txt.ts";
import { outline } from "./outline.ts";
import { readPlan } from "./read-plan.ts";

const plan = readPlan(
  readTxt(
    `Distrito Escolar Valle Claro
Plan Estratégico 2026-2029

Nuestra misión
Enseñar a cada niño en dos idiomas.

Valores
• Respeto
• Alegría

PRIORIDAD 1: Aprendizaje

Objetivo 1.1: Los niños leen en dos idiomas.
Acciones:
• Ampliar el programa de inmersión
• Prestar libros a las familias
Indicadores de éxito:
- El 70% de quinto grado lee en español en 2029.

PRIORIDAD 2: Familias

Objetivo 2.1: Las familias participan.
Acciones:
• Visitar los hogares en agosto

Página 1 de 1
Aprobado por la Mesa Directiva el 12 de marzo de 2026`,
  ),
);

describe("a plan in Spanish", () => {
  test("is read as the tree that it prints, in its own words", () => {
    expect(outline(plan)).toEqual([
      "PRIORIDAD 1 | Aprendizaje",
      "  Objetivo 1.1 | Los niños leen en dos idiomas.",
      "    – | Ampliar el programa de inmersión",
      "    – | Prestar libros a las familias",
      "PRIORIDAD 2 | Familias",
      "  Objetivo 2.1 | Las familias participan.",
      "    – | Visitar los hogares en agosto",
    ]);
    expect(plan.levels.map(({ key, label }) => `${key}: ${label}`)).toEqual([
      "prioridad: Prioridad",
      "objetivo: Objetivo",
      "accion: Acción",
    ]);
  });

  test("has its statements, and measures that belong to the objective", () => {
    expect(plan.statements.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "mission: Enseñar a cada niño en dos idiomas.",
      "value: Respeto",
      "value: Alegría",
    ]);
    const objective = plan.nodes.find((node) => node.code === "Objetivo 1.1")!;
    expect(plan.measures).toMatchObject([{ role: "kpi", nodeIds: [objective.id] }]);
  });

  test("says whose it is, for which years, and who adopted it and when", () => {
    expect(plan).toMatchObject({
      org: "Distrito Escolar Valle Claro",
      title: "Plan Estratégico 2026-2029",
      period: { start: "2026", end: "2029" },
      adoption: { date: "2026-03-12", body: "Mesa Directiva" },
    });
  });
});
