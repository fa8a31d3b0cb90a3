import { makeTemplate } from "./engine.ts";

export default makeTemplate;
