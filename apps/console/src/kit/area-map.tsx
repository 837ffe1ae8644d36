import { useEffect, useEffectEvent, useRef } from 'react';
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Position, Shape } from './shape-of.js';
import { useKitWords } from './words.js';
import './area-map.css';

export interface MapArea {
  key: string;
  name: string;
  shape: Shape;
}

/** How an area looks at the moment. */
export interface AreaLook {
  /** Class of its colour. */
  className: string;
  /** All that is known of it, for whoever points at it or does not see it. */
  said: string;
  /** The number under its name. */
  figure?: string;
}

export interface MapPin {
  at: Position;
  kind: 'pin' | 'dot';
  label: string;
}

export interface AreaMapProps {
  label: string;
  className: string;
  /** What is drawn stays as long as this is the same; `look` may change as often as it likes. */
  areas: readonly MapArea[];
  /** What lies around or beneath them. */
  around?: Shape | null;
  pins?: readonly MapPin[];
  look(key: string): AreaLook;
  /** Where a click or a key leads; nowhere where left out. */
  onPick?(key: string): void;
}

const NONE: readonly MapPin[] = [];
/** Right of what is drawn stand the buttons, below it the scale. */
const ROOM = { paddingTopLeft: [14, 14], paddingBottomRight: [50, 28] } satisfies L.FitBoundsOptions;
const CLOSEST = 18;
/** Zooms are seldom whole: a hair above the first one is still the first one. */
const HAIR = 0.01;

/** Areas from their GeoJSON alone: no tiles, and so nobody's map server. All of it is in view until somebody comes nearer. */
export function AreaMap({ label, className, areas, around = null, pins = NONE, look, onPick }: AreaMapProps) {
  const t = useKitWords();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef(new Map<string, DrawnArea>());
  const pick = useEffectEvent((key: string) => onPick?.(key));
  const paint = useEffectEvent(() => drawn.current.forEach((area, key) => area.paint(look(key))));
  const isPickable = onPick !== undefined;
  const words = { in: t('zoomIn'), out: t('zoomOut'), metres: t('metres', { n: '$' }), kilometres: t('kilometres', { n: '$' }) };
  const { in: zoomInTitle, out: zoomOutTitle, metres, kilometres } = words;

  useEffect(() => {
    const place = box.current;
    if (!place) return undefined;
    const moves = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const map = L.map(place, { attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0, zoomDelta: 0.75, maxZoom: CLOSEST, zoomAnimation: moves, markerZoomAnimation: moves, fadeAnimation: false, inertia: moves });
    L.control.zoom({ position: 'topright', zoomInTitle, zoomOutTitle }).addTo(map);
    const bounds = L.latLngBounds([]);
    if (around) bounds.extend(L.geoJSON(around, { style: { className: 'around' }, interactive: false }).addTo(map).getBounds());
    const layers = areas.map(({ shape }) => L.geoJSON(shape));
    for (const layer of layers) bounds.extend(layer.getBounds());
    for (const { at: [longitude, latitude] } of pins) bounds.extend([latitude, longitude]);
    const view = fitted(map, bounds);
    view.fit();
    layers.forEach((layer, index) => {
      const area = areas[index];
      if (area) drawn.current.set(area.key, drawArea(layer.addTo(map), area.name, isPickable ? () => pick(area.key) : undefined));
    });
    for (const pin of pins) drawPin(map, pin);
    paint();
    scaleIn(map, metres, kilometres);
    map.on('zoomend resize', () => showFreeLabels(drawn.current.values()));
    showFreeLabels(drawn.current.values());
    const sized = new ResizeObserver(view.resize);
    sized.observe(place);
    const all = drawn.current;
    return () => {
      sized.disconnect();
      map.remove();
      all.clear();
    };
  }, [areas, around, pins, isPickable, zoomInTitle, zoomOutTitle, metres, kilometres]);
  useEffect(() => paint(), [look]);

  return <div ref={box} className={`kit-map ${className}`} role="group" aria-label={label} />;
}

/** Holds everything in view. Whoever comes nearer may then move about; before, a finger on the map moves the page. */
function fitted(map: L.Map, bounds: L.LatLngBounds) {
  let whole = 0;
  const isNear = () => map.getZoom() > whole + HAIR;
  const dragWhenNear = () => (isNear() ? map.dragging.enable() : map.dragging.disable());
  const fit = () => {
    // Both belong to the size before.
    map.setMinZoom(0).setMaxBounds();
    map.fitBounds(bounds, { ...ROOM, maxZoom: CLOSEST - 1, animate: false });
    whole = map.getZoom();
    map.setMinZoom(whole).setMaxBounds(map.getBounds().pad(0.1));
    dragWhenNear();
  };
  map.on('zoomend', dragWhenNear);
  const resize = () => {
    const wasNear = isNear();
    map.invalidateSize({ animate: false });
    if (!wasNear) fit();
  };
  return { fit, resize };
}

interface DrawnArea {
  paint(look: AreaLook): void;
  label: HTMLElement;
}

function drawArea(layer: L.GeoJSON, name: string, onPick: (() => void) | undefined): DrawnArea {
  const [label, text, figure] = [document.createElement('span'), document.createElement('b'), document.createElement('i')];
  text.textContent = name;
  label.append(text, figure);
  layer.bindTooltip(label, { permanent: true, direction: 'center', className: 'kit-map-label', opacity: 1 });
  // The area says it all itself.
  label.parentElement?.setAttribute('aria-hidden', 'true');
  const paths = layer.getLayers().flatMap((one) => (one instanceof L.Path ? ((one.getElement() as SVGElement | undefined) ?? []) : []));
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  for (const path of paths) {
    path.append(title);
    path.setAttribute('role', onPick ? 'link' : 'img');
    path.removeAttribute('aria-describedby');
    if (!onPick) continue;
    path.classList.add('pickable');
    path.setAttribute('tabindex', '0');
    path.addEventListener('keydown', ({ key }) => key === 'Enter' && onPick());
  }
  if (onPick) layer.on('click', onPick);
  let before = '';
  return {
    label,
    paint: ({ className, said, figure: number = '' }) => {
      for (const path of paths) {
        if (before) path.classList.remove(before);
        path.classList.add(className);
        path.setAttribute('aria-label', said);
      }
      before = className;
      title.textContent = said;
      figure.textContent = number;
    },
  };
}

/** Names that would lie on others go, the later ones first; they are back where there is room. */
function showFreeLabels(areas: Iterable<DrawnArea>): void {
  const taken: DOMRect[] = [];
  for (const { label } of areas) {
    const at = label.getBoundingClientRect();
    const isFree = taken.every((one) => at.right < one.left || at.left > one.right || at.bottom < one.top || at.top > one.bottom);
    label.style.visibility = isFree ? '' : 'hidden';
    if (isFree) taken.push(at);
  }
}

function drawPin(map: L.Map, { at: [longitude, latitude], kind, label }: MapPin): void {
  const [iconSize, iconAnchor]: [L.PointTuple, L.PointTuple] = kind === 'pin' ? [[22, 22], [11, 26]] : [[14, 14], [7, 7]];
  const marker = L.marker([latitude, longitude], { icon: L.divIcon({ className: `kit-map-${kind}`, iconSize, iconAnchor }), keyboard: false, title: label }).addTo(map);
  const element = marker.getElement();
  element?.setAttribute('role', 'img');
  element?.setAttribute('aria-label', label);
}

/** The library writes its scale in one language. */
function scaleIn(map: L.Map, metres: string, kilometres: string): void {
  const scale = L.control.scale({ imperial: false, maxWidth: 90 }).addTo(map);
  const translate = () => {
    const line = scale.getContainer()?.firstElementChild;
    const [, length, unit] = /^([\d.]+) (k?m)$/.exec(line?.textContent ?? '') ?? [];
    if (line && length) line.textContent = (unit === 'km' ? kilometres : metres).replace('$', length);
  };
  map.on('move', translate);
  translate();
}
