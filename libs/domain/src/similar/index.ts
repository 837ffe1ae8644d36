export {
  explainLikeness,
  LIKENESSES,
  likenessesOf,
  neighbourhoodOf,
  SIMILAR_DAYS,
  type Likeness,
  type Reported,
} from './similar.js';
