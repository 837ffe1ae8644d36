/** A webpack loader for replay-broken.spec.ts: puts one piece of a workflow's source in the place of another. */
module.exports = function breakOnPurpose(source) {
  const { from, to } = this.getOptions();
  if (!source.includes(from)) throw new Error(`There is no "${from}" to be broken any more`);
  return source.replaceAll(from, to);
};
