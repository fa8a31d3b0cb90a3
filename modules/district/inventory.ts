import type { Inventory } from "#lib/inventory.ts";

/** What is held of people here: nothing. */
export const inventory: Inventory = {
  "district.address": "host district_id",
  "district.department": "district_id id name slug created_at",
  "district.district": "district_id name state time_zone language is_sample created_at",
  "district.school": "district_id id name slug lowest_grade highest_grade created_at",
  "district.school_year": "district_id id name starts_on ends_on",
  "district.team": "district_id id name slug school_id created_at",
};
