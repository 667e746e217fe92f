/** The program in a worker without a page, as on an edge platform: runs when it is asked. */
import { program } from "./program.ts";

const edge: { fetch(request: Request): Promise<Response> } = {
  async fetch(request) {
    return Response.json(await program(await request.json()));
  },
};
export default edge;
