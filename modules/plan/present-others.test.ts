import { describe, expect, test } from "vitest";
import type { SupporterRecord } from "./alignment/queries.ts";
import type { Org } from "./domain.ts";
import { currentDistrictPlan, presentOthers } from "./present-others.ts";
import type { PlanRecord, VersionRecord } from "./queries.ts";

const plan = (id: string, orgId = "d", supersedesId: string | null = null): PlanRecord => ({
  id,
  orgId,
  supersedesId,
  supersedesElsewhere: null,
  slug: `plan-${id}`,
  title: id.toUpperCase(),
  kind: "strategic",
  orgKind: orgId === "d" ? "district" : orgId === "tech" ? "department" : "school",
  audience: "public",
});

const ORGS: Org[] = [
  { kind: "district", id: "d", name: "Haywater" },
  { kind: "school", id: "alder", name: "Alder Creek" },
  { kind: "school", id: "lantern", name: "Lantern Hill" },
  { kind: "department", id: "tech", name: "Technology" },
];

describe("the district's plan of today", () => {
  test("is the newest that no other has followed, in whatever order they were handed in", () => {
    expect(currentDistrictPlan([plan("a"), plan("b", "d", "a")])?.id).toBe("b");
    expect(currentDistrictPlan([plan("a", "d", "b"), plan("b")])?.id).toBe("a");
    expect(currentDistrictPlan([plan("a"), plan("b"), plan("c", "alder")])?.id).toBe("b");
  });

  test("is none where the district itself has none", () => {
    expect(currentDistrictPlan([plan("c", "alder")])).toBeNull();
  });
});

test("around the district's plan stand every school with its plan or without, and how much of it supports this one", () => {
  const plans = [plan("new", "d", "old"), plan("old"), plan("s", "alder"), plan("t", "tech")];
  const versions = new Map(plans.map(({ id }) => [id, { n: 1, periodPrinted: null } as VersionRecord]));
  const supporter = (address: string) => ({ planSlug: "plan-s", address }) as SupporterRecord;
  const accounts = new Set(["new"]);
  const others = presentOthers(plan("new", "d", "old"), { plans, versions, orgs: ORGS, accounts }, [
    supporter("goal-1"),
    supporter("goal-1"),
    supporter("goal-2"),
  ]);
  expect(others.older).toEqual({ slug: "plan-old", title: "OLD", account: "plan-new" });
  expect(others.newer).toBeNull();
  expect(others.district.map(({ title }) => title)).toEqual(["OLD"]);
  expect(others.schools).toMatchObject([
    { name: "Alder Creek", plans: [{ title: "S", supports: 2 }] },
    { name: "Lantern Hill", plans: [] },
  ]);
  expect(others.departments).toMatchObject([{ name: "Technology", plans: [{ title: "T", supports: 0 }] }]);
});
