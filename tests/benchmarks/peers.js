// Lays out graphs with elkjs or dagre for peers.py: one JSON request a line in, one answer a line out.
// Request: {peer, lanes: [id], nodes: [{id, lane, w, h}], edges: [{id, source, target}]}
// Answer: {ms, nodes: {id: [x, y, w, h]}, edges: {id: [[x, y], ...]}} or {error} or {missing}
"use strict";
const path = require("node:path");
const readline = require("node:readline");

const folder = path.join(path.resolve(process.argv[2]), "node_modules");

function load(name) {
  try {
    return require(path.join(folder, name));
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    return null;
  }
}

const Elk = load("elkjs/lib/elk.bundled.js");
const dagre = load("@dagrejs/dagre");
const elk = Elk && new Elk();

async function withElk({ lanes, nodes, edges }) {
  const graph = {
    id: "root",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.hierarchyHandling": "INCLUDE_CHILDREN",
    },
    children: lanes.map((id) => ({
      id,
      children: nodes
        .filter((node) => node.lane === id)
        .map((node) => ({ id: node.id, width: node.w, height: node.h })),
    })),
    edges: edges.map((edge) => ({ id: edge.id, sources: [edge.source], targets: [edge.target] })),
  };
  const begun = performance.now();
  const done = await elk.layout(graph);
  const answer = { ms: performance.now() - begun, nodes: {}, edges: {} };
  const origin = { root: [0, 0] };
  for (const lane of done.children) {
    origin[lane.id] = [lane.x, lane.y];
    for (const node of lane.children || []) {
      answer.nodes[node.id] = [lane.x + node.x, lane.y + node.y, node.width, node.height];
    }
  }
  for (const edge of done.edges) {
    const [left, top] = origin[edge.container || "root"];
    answer.edges[edge.id] = edge.sections.flatMap((part) =>
      [part.startPoint, ...(part.bendPoints || []), part.endPoint].map((at) => [left + at.x, top + at.y]),
    );
  }
  return answer;
}

function withDagre({ lanes, nodes, edges }) {
  const graph = new dagre.graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: "LR" });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of lanes) graph.setNode(id, {});
  for (const node of nodes) {
    graph.setNode(node.id, { width: node.w, height: node.h });
    graph.setParent(node.id, node.lane);
  }
  for (const edge of edges) graph.setEdge(edge.source, edge.target, {}, edge.id);
  const begun = performance.now();
  dagre.layout(graph);
  const answer = { ms: performance.now() - begun, nodes: {}, edges: {} };
  for (const { id } of nodes) {
    const { x, y, width, height } = graph.node(id);
    answer.nodes[id] = [x - width / 2, y - height / 2, width, height];
  }
  for (const edge of edges) {
    answer.edges[edge.id] = graph
      .edge(edge.source, edge.target, edge.id)
      .points.map((at) => [at.x, at.y]);
  }
  return answer;
}

async function answer(request) {
  const [library, layout] = request.peer === "elkjs" ? [elk, withElk] : [dagre, withDagre];
  if (!library) return { missing: true };
  try {
    return await layout(request);
  } catch (error) {
    return { error: String(error.message || error).slice(0, 80) };
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
  }
})();
