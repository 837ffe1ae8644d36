import type { MigrationInterface, QueryRunner } from 'typeorm';

/** number | code | zh | en; below it its categories, deeper ones indented: zh | en. Codes follow from the places. */
const CATALOGUE = `
1 | publicHealth | 公共卫生 | Public health
  医疗机构服务 | Services of clinics and hospitals
  传染病防控 | Control of infectious disease
  环境卫生隐患 | Sanitary hazards
    病媒生物 | Rats, flies and mosquitoes
    公共场所卫生 | Hygiene of public premises
2 | workSafety | 安全生产 | Work safety
  企业安全隐患 | Hazards in businesses
    违规动火作业 | Unpermitted hot work
    危险化学品存放 | Storage of dangerous chemicals
  工地安全 | Safety on building sites
  烟花爆竹 | Fireworks
3 | cultureTourism | 文化旅游 | Culture and tourism
  景区管理 | Management of sights
  旅行社与导游 | Travel agencies and guides
  文化场馆开放 | Opening of libraries and culture halls
4 | resourcesEnvironment | 资源环境 | Resources and environment
  大气污染 | Air pollution
    露天焚烧 | Open burning
    工业废气 | Industrial exhaust
    油烟扰民 | Kitchen fumes
  水污染 | Water pollution
    黑臭水体 | Foul water bodies
    污水直排 | Direct discharge of sewage
  噪声污染 | Noise
    施工噪声 | Building noise
    社会生活噪声 | Noise of daily life
      广场舞噪声 | Square dancing
      商铺揽客噪声 | Shops touting by loudspeaker
  土地与矿产 | Land and minerals
    违法占地 | Unlawful use of land
5 | agricultureForestryWater | 农林水利 | Agriculture, forestry and water
  农田水利 | Irrigation and drainage
    沟渠淤塞 | Silted channels
    机井与泵站 | Wells and pumping stations
  种植养殖 | Crops and livestock
  林木管理 | Woodland
  农村饮水 | Rural drinking water
    停水 | No water
    水质 | Water quality
  惠农补贴 | Farm subsidies
6 | urbanRuralDevelopment | 城乡建设 | Urban and rural development
  违法建设 | Unlawful building
  市政道路 | Municipal roads
    路面破损 | Damaged surface
    井盖缺损 | Missing or broken manhole covers
    路灯不亮 | Street lights out
  排水内涝 | Drainage and flooding
  农村人居环境 | Village surroundings
7 | transport | 交通运输 | Transport
  公路养护 | Road upkeep
    路面坑洼 | Potholes
    护栏标志 | Barriers and signs
  公共交通 | Public transport
    公交线路 | Bus routes
    班次与服务 | Timetables and service
  客运出租 | Taxis and coaches
8 | marketRegulation | 市场监管 | Market regulation
  消费纠纷 | Consumer disputes
    预付卡退费 | Prepaid card refunds
    质量纠纷 | Disputes over quality
  价格违法 | Pricing offences
  无照经营 | Trading without a licence
  特种设备 | Lifts, boilers and other special equipment
9 | urbanManagement | 城市管理 | City management
  市容环境 | Street scene
    占道经营 | Trading on the pavement
    乱贴乱画 | Posters and graffiti
  垃圾清运 | Refuse collection
    垃圾堆积 | Piled-up refuse
    清运不及时 | Late collection
  停车秩序 | Parking
  公园绿化 | Parks and greenery
10 | education | 教育 | Education
  入学入园 | Admission to school and kindergarten
  校园安全 | Safety at school
  校外培训 | Private tutoring
  师德师风 | Conduct of teachers
11 | civilAffairs | 民政 | Civil affairs
  低保与救助 | Minimum living allowance and relief
  养老服务 | Care of the old
  殡葬管理 | Funerals and cemeteries
  基层选举与村务 | Village elections and affairs
12 | humanResources | 人力资源和社会保障 | Human resources and social security
  拖欠工资 | Unpaid wages
    工程建设欠薪 | Unpaid wages in building
    企业欠薪 | Unpaid wages in business
  社会保险 | Social insurance
  就业服务 | Help with employment
13 | publicSecurity | 公安治安 | Police and public order
  治安秩序 | Public order
  电信诈骗 | Fraud by telephone and internet
  交通秩序 | Traffic order
    违法停车 | Unlawful parking
    信号灯与标线 | Traffic lights and markings
  户籍证件 | Household registration and papers
  犬类管理 | Dogs
14 | fireRescue | 消防救援 | Fire and rescue
  消防通道堵塞 | Blocked fire lanes
  消防设施 | Fire equipment
  电动车充电 | Charging of electric bicycles
15 | emergencyManagement | 应急管理 | Emergency management
  自然灾害救助 | Disaster relief
  地质灾害隐患 | Landslides and other ground hazards
  防汛抗旱 | Floods and drought
16 | housing | 住房保障 | Housing
  物业服务 | Property management
    物业收费 | Charges
    电梯维修 | Lift repairs
  房屋质量 | Building quality
  不动产登记办证 | Title certificates
  保障性住房 | Subsidised housing
  农村危房改造 | Repair of unsafe rural houses
17 | healthInsurance | 医疗保障 | Medical insurance
  参保缴费 | Enrolment and contributions
  报销结算 | Reimbursement
  异地就医 | Treatment away from home
18 | foodDrugs | 食品药品 | Food and drugs
  食品安全 | Food safety
    餐饮卫生 | Hygiene of restaurants
    过期变质食品 | Expired or spoiled food
  药品与医疗器械 | Drugs and medical devices
  校园食品 | Food at schools
19 | commerce | 商务 | Commerce
  农贸市场 | Produce markets
  成品油与加油站 | Fuel and filling stations
  促销与消费券 | Promotions and vouchers
20 | sports | 体育 | Sport
  健身设施 | Exercise equipment
  场馆开放 | Opening of sports grounds
  赛事活动 | Events
21 | pressPublishing | 新闻出版 | Press and publishing
  非法出版物 | Unlawful publications
  网络与信息传播 | Online information
  广播电视 | Radio and television
22 | science | 科技 | Science and technology
  科技项目与奖补 | Projects and grants
  通信网络 | Telecommunications
    信号覆盖 | Coverage
  科普活动 | Popular science
23 | meteorology | 气象 | Meteorology
  预警信息 | Warnings
  人工影响天气 | Weather modification
  防雷安全 | Lightning protection
`;

interface Row {
  code: string;
  parentCode: string | null;
  domainCode: string;
  level: number;
  zh: string;
  en: string;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

function readCatalogue(): { domains: { code: string; number: number; zh: string; en: string }[]; categories: Row[] } {
  const domains: { code: string; number: number; zh: string; en: string }[] = [];
  const categories: Row[] = [];
  let places: number[] = [];
  for (const line of CATALOGUE.split('\n').filter((text) => text.trim() !== '')) {
    const level = (line.length - line.trimStart().length) / 2;
    const cells = line.split('|').map((cell) => cell.trim());
    if (level === 0) {
      const [number = '', code = '', zh = '', en = ''] = cells;
      domains.push({ code, number: Number(number), zh, en });
      places = [];
      continue;
    }
    const [zh = '', en = ''] = cells;
    places = [...places.slice(0, level - 1), (places[level - 1] ?? 0) + 1];
    const domain = domains.at(-1)!;
    const prefix = (upTo: number): string => [domain.number, ...places.slice(0, upTo)].map(twoDigits).join('');
    const parentCode = level === 1 ? null : prefix(level - 1);
    categories.push({ code: prefix(level), parentCode, domainCode: domain.code, level, zh, en });
  }
  return { domains, categories };
}

/** Reference data that every county begins with; a county's own catalogue may replace the categories later. */
export class FillDomainsAndCategories1763900100000 implements MigrationInterface {
  name = 'FillDomainsAndCategories1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    const { domains, categories } = readCatalogue();
    await runner.query(
      `insert into domain (code, number, zh, en)
       select code, number, zh, en from json_to_recordset($1) as d (code text, number int, zh text, en text)`,
      [JSON.stringify(domains)],
    );
    await runner.query(
      `insert into category (code, parent_code, domain_code, level, zh, en)
       select code, "parentCode", "domainCode", level, zh, en
         from json_to_recordset($1) as c (code text, "parentCode" text, "domainCode" text, level int, zh text, en text)
        order by level`,
      [JSON.stringify(categories)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from category`);
    await runner.query(`delete from domain`);
  }
}
