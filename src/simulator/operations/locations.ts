import { reads } from "./operation.ts";

export const locations = {
  DescribeLocations: reads((call) => ({
    locations: call.world.settings.locations.filter((location) => location.region === call.region),
  })),
};
