"""The words of the sample meeting, in English and in both Chinese scripts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """The words of the sample in one language, in the order the paper has them."""

    branch: str
    team: str
    place: str
    names: tuple[str, ...]
    leave: str
    notes: tuple[str, str, str]
    judgement: str
    review: str
    office: str
    directives: tuple[tuple[str, str], ...]
    task: tuple[str, str]
    answer: tuple[str, str]
    questions: tuple[str, str]
    case: tuple[str, str]
    praise: str
    turn: str
    topic: tuple[str, str]
    noted: str
    decisions: tuple[str, str, str]
    actions: tuple[str, str, str, str]
    earlier: tuple[str, str, str, str]
    why: str


ENGLISH = Told(
    branch="Harbour Branch",
    team="Team One",
    place="Meeting room, 3rd floor",
    names=(
        "Zhang Min",
        "Wang Fang",
        "Li Ping",
        "Chen Yu",
        "Liu Yang",
        "Zhao Lei",
        "Sun Li",
        "Zhou Jie",
        "Wu Hao",
        "Zheng Shuang",
        "Feng Gang",
        "Xu Jing",
        "He Ting",
        "Guo Wei",
        "Ma Chao",
    ),
    leave="slip L2026-088",
    notes=(
        "The index opened 0.4 % higher; banks and utilities led, turnover was 12 % above Tuesday's.",
        "The central bank rolled over 230 bn in seven-day repo; short rates are 3 bp lower.",
        "Two new balanced funds are offered at the counters from today until 18 November.",
    ),
    judgement="Sideways with a firm floor; hold back on new positions before Friday's figures.",
    review="We expected a quiet day and had one: the index moved 0.2 %.",
    office="Channel department",
    directives=(
        (
            "Suitability check before every fund sale",
            "Clients above 65 sign the longer form; no form, no order.",
        ),
        (
            "Balanced fund 7",
            "Risk class R3, minimum 1,000, fee halved until the 18th. Leaflets are at the counters.",
        ),
    ),
    task=("Call back dormant clients", "20 calls each by Friday noon; the list is with the group leaders."),
    answer=(
        "Accounts 10 of a target of 40",
        "outlets on Harbour Road open late from today; two more slips a day.",
    ),
    questions=("when is the fund's first open day?", "may a client hold two cash accounts?"),
    case=(
        "From a complaint to a second account",
        "Listen to the end, write it down, call back the same day. She brought her sister in a week later.",
    ),
    praise="Zhao Lei: three accounts in one day",
    turn="Sun Li, song with guitar",
    topic=("Client evening on the 20th", "hall for 60 is booked; group two sees to invitations."),
    noted="Counter staff ask for the new leaflets in large print.",
    decisions=(
        "Late opening on Harbour Road from today until the end of the month.",
        "Every fund sale is checked by the group leader before it is sent.",
        "The client evening is held on 20 November.",
    ),
    actions=(
        "Put up the new opening hours at both outlets.",
        "Send the list of dormant clients to every client manager.",
        "Order 300 leaflets in large print.",
        "Draw up the guest list of the client evening, 60 names, with two in reserve for each table.",
    ),
    earlier=(
        "Mend the projector in the meeting room.",
        "Return the borrowed display stand to the bank counter.",
        "Collect the signed risk forms of October.",
        "Replace the price board at the East Gate outlet.",
    ),
    why="the outlet is closed for rebuilding",
)

TRADITIONAL = Told(
    branch="東方證券海港營業部",
    team="營銷一隊",
    place="三樓會議室",
    names=(
        "張敏",
        "王芳",
        "李萍",
        "陳宇",
        "劉洋",
        "趙磊",
        "孫麗",
        "周杰",
        "吳昊",
        "鄭爽",
        "馮剛",
        "許靜",
        "何婷",
        "郭偉",
        "馬超",
    ),
    leave="假2026-088",
    notes=(
        "指數高開 0.4%，銀行與公用事業領漲，成交量較週二增加 12%。",
        "央行續做七天期逆回購 2,300 億元，短端利率下行 3 個基點。",
        "兩隻平衡型新基金今日起至 11 月 18 日在各網點發售。",
    ),
    judgement="區間震盪，下方支撐較強；週五數據公布前不宜加倉。",
    review="昨日判斷行情平淡，實際波動 0.2%，相符。",
    office="總部渠道部",
    directives=(
        ("銷售基金前須完成適當性核對", "65 歲以上客戶簽署完整版風險揭示書，未簽不得下單。"),
        ("平衡基金七號", "風險等級 R3，起購金額 1,000 元，18 日前申購費率五折，宣傳單張已送各網點。"),
    ),
    task=("回訪休眠客戶", "每人 20 通，週五中午前完成，名單在各小組長處。"),
    answer=("開戶 10／月目標 40", "海港路兩網點今日起延長營業，每人每日增加兩次外出展業。"),
    questions=("新基金首個開放日是哪天？", "同一客戶可否開立兩個資金賬戶？"),
    case=(
        "從一次投訴到第二個賬戶",
        "先聽完，記下來，當天回電。一週後客戶帶妹妹來開了戶。",
    ),
    praise="趙磊：單日開戶三戶",
    turn="孫麗，吉他彈唱",
    topic=("20 日客戶聯誼會", "已訂 60 人場地，邀請由第二小組負責。"),
    noted="網點希望宣傳單張另印大字版。",
    decisions=(
        "海港路兩網點今日起至月底延長營業時間。",
        "每筆基金銷售須經小組長核對後方可提交。",
        "客戶聯誼會定於 11 月 20 日舉行。",
    ),
    actions=(
        "在兩個網點張貼新的營業時間。",
        "將休眠客戶名單發給每位客戶經理。",
        "加印大字版宣傳單張 300 份。",
        "擬定客戶聯誼會邀請名單，共 60 人，每桌另備候補兩人。",
    ),
    earlier=(
        "修理會議室投影機。",
        "歸還向銀行網點借用的展架。",
        "收齊十月份已簽署的風險揭示書。",
        "更換東門網點行情看板。",
    ),
    why="網點裝修停業",
)

SIMPLIFIED = Told(
    branch="东方证券海港营业部",
    team="营销一队",
    place="三楼会议室",
    names=(
        "张敏",
        "王芳",
        "李萍",
        "陈宇",
        "刘洋",
        "赵磊",
        "孙丽",
        "周杰",
        "吴昊",
        "郑爽",
        "冯刚",
        "许静",
        "何婷",
        "郭伟",
        "马超",
    ),
    leave="假2026-088",
    notes=(
        "指数高开 0.4%，银行与公用事业领涨，成交量较周二增加 12%。",
        "央行续做七天期逆回购 2,300 亿元，短端利率下行 3 个基点。",
        "两只平衡型新基金今日起至 11 月 18 日在各网点发售。",
    ),
    judgement="区间震荡，下方支撑较强；周五数据公布前不宜加仓。",
    review="昨日判断行情平淡，实际波动 0.2%，相符。",
    office="总部渠道部",
    directives=(
        ("销售基金前须完成适当性核对", "65 岁以上客户签署完整版风险揭示书，未签不得下单。"),
        ("平衡基金七号", "风险等级 R3，起购金额 1,000 元，18 日前申购费率五折，宣传单张已送各网点。"),
    ),
    task=("回访休眠客户", "每人 20 通，周五中午前完成，名单在各小组长处。"),
    answer=("开户 10／月目标 40", "海港路两网点今日起延长营业，每人每日增加两次外出展业。"),
    questions=("新基金首个开放日是哪天？", "同一客户可否开立两个资金账户？"),
    case=(
        "从一次投诉到第二个账户",
        "先听完，记下来，当天回电。一周后客户带妹妹来开了户。",
    ),
    praise="赵磊：单日开户三户",
    turn="孙丽，吉他弹唱",
    topic=("20 日客户联谊会", "已订 60 人场地，邀请由第二小组负责。"),
    noted="网点希望宣传单张另印大字版。",
    decisions=(
        "海港路两网点今日起至月底延长营业时间。",
        "每笔基金销售须经小组长核对后方可提交。",
        "客户联谊会定于 11 月 20 日举行。",
    ),
    actions=(
        "在两个网点张贴新的营业时间。",
        "将休眠客户名单发给每位客户经理。",
        "加印大字版宣传单张 300 份。",
        "拟定客户联谊会邀请名单，共 60 人，每桌另备候补两人。",
    ),
    earlier=(
        "修理会议室投影机。",
        "归还向银行网点借用的展架。",
        "收齐十月份已签署的风险揭示书。",
        "更换东门网点行情看板。",
    ),
    why="网点装修停业",
)

TOLD = {"en": ENGLISH, "zh_Hant": TRADITIONAL, "zh_Hans": SIMPLIFIED}
