/** One line of a made-up powers catalogue, in the words that a county's file uses. */
export interface MadeUpPower {
  code: string;
  name: string;
  domain: string;
  legalGround: string;
  level: string;
  leadUnit: string;
}

export const POWER_HEADINGS = ['事项编码', '事项名称', '所属领域', '设定依据', '行使层级', '牵头单位'] as const;

/** As many as Changsha county's enforcement powers. */
export const FIELD_SIZE = 1_567;

const ACTS = ['的行政处罚', '的监督检查', '的许可审批', '的行政强制', '的确认登记', '的投诉处理', '的备案管理', '的资格审核', '的责令改正', '的巡查抽检'] as const;
const LEVELS = ['县级', '县级', '县级', '乡镇', '市级'] as const;

/** Per domain: its name, the law most of it rests on, and what it is about. All lines made of it are invented. */
const FIELDS: readonly (readonly [domain: string, law: string, matters: string])[] = [
  ['公共卫生', '《公共场所卫生管理条例》', '公共浴室卫生 诊所执业 饮用水卫生 消毒产品 校医室 病媒防制 职业健康 采供血'],
  ['安全生产', '《中华人民共和国安全生产法》', '动火作业 有限空间作业 危化品储存 烟花爆竹零售 矿山通风 粉尘车间 冷库液氨 特种作业'],
  ['文化旅游', '《中华人民共和国旅游法》', '旅行社经营 导游执业 歌舞娱乐场所 网吧经营 文物修缮 民宿经营 演出活动 景区承载'],
  ['资源环境', '《中华人民共和国环境保护法》', '露天焚烧 工业废气 污水排放 固废堆放 夜间施工噪声 扬尘治理 采砂采石 临时用地'],
  ['农林水利', '《中华人民共和国水法》', '河道采砂 水库养殖 林木采伐 农药经营 种子经营 沟渠占用 取水用水 畜禽屠宰'],
  ['城乡建设', '《中华人民共和国城乡规划法》', '违法搭建 房屋拆除 施工图审查 外立面改造 地下管线 老旧电梯 燃气改造 建筑垃圾'],
  ['交通运输', '《中华人民共和国公路法》', '超限运输 公路涉路施工 网约车营运 驾培机构 渡口渡船 维修业户 客运站场 农村公路'],
  ['市场监管', '《中华人民共和国产品质量法》', '计量器具 商品标价 广告发布 电梯维保 锅炉使用 商标使用 直销活动 网络交易'],
  ['城市管理', '《城市市容和环境卫生管理条例》', '占道经营 户外招牌 垃圾分类 临街晾晒 犬只管理 树木修剪 渣土车辆 夜市摊点'],
  ['教育', '《中华人民共和国教育法》', '校外培训 民办学校 校车运行 学区划分 学籍变动 学校食堂 幼儿园办园 教师资格'],
  ['民政', '《社会救助暂行办法》', '养老机构 社会团体 殡葬服务 低保核定 地名标志 收养评估 慈善募捐 婚姻登记'],
  ['人力资源和社会保障', '《劳动保障监察条例》', '工资支付 劳务派遣 人力中介 工时制度 女工保护 童工查处 技能培训 社保缴纳'],
  ['公安治安', '《中华人民共和国治安管理处罚法》', '旅馆业 典当业 开锁业 大型活动 管制器具 养犬登记 群租房 流动摊贩秩序'],
  ['消防救援', '《中华人民共和国消防法》', '消防通道 自动报警 灭火器材 人员密集场所 电动车充电 消防水源 疏散标志 高层住宅'],
  ['应急管理', '《中华人民共和国突发事件应对法》', '应急预案 避难场所 救灾物资 地震监测 防汛值守 森林火险 事故报告 应急演练'],
  ['住房保障', '《公共租赁住房管理办法》', '公租房申请 物业服务 维修资金 房屋出租 商品房预售 房产中介 业主大会 危房鉴定'],
  ['医疗保障', '《医疗保障基金使用监督管理条例》', '定点药店 住院结算 异地就医 参保登记 生育津贴 医保目录 药品采购 门诊慢病'],
  ['食品药品', '《中华人民共和国食品安全法》', '小餐饮 食品添加剂 冷链食品 集体配餐 药品零售 医疗器械 保健食品 化妆品'],
  ['商务', '《商业特许经营管理条例》', '加油站点 二手车交易 预付卡 再生资源 拍卖活动 会展活动 外商投资 酒类流通'],
  ['体育', '《全民健身条例》', '游泳场所 健身俱乐部 攀岩场地 体育彩票 赛事活动 社区球场 射击场馆 裁判员'],
  ['新闻出版', '《出版管理条例》', '印刷企业 出版物零售 内部资料 卫星接收 电影放映 版权登记 报刊发行 网络出版'],
  ['科技', '《中华人民共和国科学技术进步法》', '技术合同 实验动物 科普场馆 成果登记 高企认定 科研诚信 技术交易 孵化载体'],
  ['气象', '《中华人民共和国气象法》', '防雷装置 施放气球 气象信息发布 观测环境 人工影响天气 探空设施 预警传播 气候论证'],
];

/** A catalogue of so many lines, always the same; 1,840 at most. @param unitOf the unit that leads in a domain, by the domain's name. */
export function madeUpPowers(unitOf: (domain: string) => string = () => '', count = FIELD_SIZE): MadeUpPower[] {
  const all = FIELDS.flatMap(([domain, law, matters], field) =>
    matters.split(' ').flatMap((matter, m) =>
      ACTS.map((act, a) => ({
        code: `XZ-${String(field + 1).padStart(2, '0')}-${String(m * ACTS.length + a + 1).padStart(3, '0')}`,
        name: `对${matter}${act}`,
        domain,
        legalGround: `${law}第${m * 3 + a + 5}条`,
        level: LEVELS[(m + a) % LEVELS.length]!,
        leadUnit: unitOf(domain),
      })),
    ),
  );
  if (count > all.length) throw new RangeError(`At most ${all.length} made-up powers`);
  // Every domain has its share, whatever the count.
  return all.map((power, i) => [(i % 80) * FIELDS.length + Math.floor(i / 80), power] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, power]) => power);
}

/** The catalogue as the rows of a sheet, its heading first. */
export const powerRows = (powers: readonly MadeUpPower[]): string[][] => [
  [...POWER_HEADINGS],
  ...powers.map(({ code, name, domain, legalGround, level, leadUnit }) => [code, name, domain, legalGround, level, leadUnit]),
];
