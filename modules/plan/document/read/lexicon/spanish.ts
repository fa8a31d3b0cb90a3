import type { MeasureRole, StatementKind } from "../../reading.ts";
import type { Attribute } from "./phrases.ts";

/** The words of the trade in Spanish. Here the noun comes first, so that whole phrases stand in the lists. */
export const LEVELS_ES: [number, string][] = [
  [
    1,
    "prioridad; prioridad estratégica; pilar; pilar estratégico; eje; eje estratégico; enfoque; área de enfoque; área prioritaria; área estratégica; dirección estratégica; línea estratégica",
  ],
  [2, "meta; meta estratégica; meta anual; meta del distrito; meta escolar; meta general"],
  [3, "objetivo; objetivo estratégico; objetivo específico; objetivo anual; objetivo de desempeño"],
  [4, "estrategia; iniciativa; iniciativa estratégica"],
  [5, "acción; acción clave; acción estratégica; paso de acción; actividad; línea de acción; plan de acción"],
];

export const MEASURES_ES: [MeasureRole, string][] = [
  ["progress", "medida de progreso; indicador de progreso; indicador de avance; medida de avance"],
  ["long_term", "resultado esperado; medida a largo plazo; resultado previsto"],
  ["interim", "meta intermedia; meta de progreso; medida intermedia"],
  ["evidence", "evidencia; evidencia de éxito; fuente de datos"],
  [
    "kpi",
    "indicador; indicador de éxito; indicador clave; indicador clave de desempeño; indicador de desempeño; medida; medida de éxito; métrica; criterio de éxito; cómo mediremos el éxito; cómo lo mediremos; cómo sabremos",
  ],
];

export const STATEMENTS_ES: [StatementKind, string][] = [
  ["mission", "misión; declaración de misión"],
  ["vision", "visión; declaración de visión"],
  ["motto", "lema"],
  ["value", "valor; valor central; valor fundamental; valor compartido"],
  ["belief", "creencia; creemos; creemos que; principio; principio rector; en qué creemos; lo que creemos"],
  ["collective_commitment", "compromiso colectivo; compromiso; compromiso compartido"],
  ["graduate_profile", "perfil del graduado; perfil de egreso; perfil del egresado; retrato del graduado"],
];

export const ATTRIBUTES_ES: [Attribute, string][] = [
  ["owner", "responsable; persona responsable; encargado; encargada; líder; a cargo de"],
  ["dates", "fecha; plazo; fecha límite; cronograma; calendario; cuándo; fecha de inicio; fecha de término"],
  ["amount", "costo; presupuesto; monto; financiamiento; fuente de financiamiento"],
  ["status", "estado; avance; progreso"],
  ["statement", "descripción; propósito; por qué"],
  ["baseline", "línea base; línea de base; punto de partida; nivel actual"],
];
