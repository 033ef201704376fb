"""Names and things of the demo in Traditional Chinese; all of them are made up."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import Names, Outlet, Vocabulary
from teamops.models.people import Region

_NUMERALS: Final = (
    "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 "
    "二十 二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十"
)

NAMES: Final = Names(
    region=Region.HK,
    zone="Asia/Hong_Kong",
    branch="海濱道營業部",
    branch_en="Harbour Parade Branch",
    team="第一營銷隊",
    team_en="Sales Team 1",
    place="三樓會議室",
    groups=tuple((f"{numeral}組", f"Group {n}") for n, numeral in enumerate(_NUMERALS.split(), 1)),
    outlets=(
        Outlet("海濱道網點", "Harbour Parade", "大堂主任湯小姐"),
        Outlet("北閘網點", "North Gate", "當值經理何生"),
        Outlet("翠湖網點", "Emerald Lake", "大堂主任戚太"),
        Outlet("博物館廣場網點", "Museum Square", "三號櫃位龐生"),
        Outlet("磨坊里網點", "Mill Lane", "大堂主任葉小姐"),
        Outlet("東站網點", "Station East", "當值經理盧生"),
        Outlet("花園臺網點", "Garden Terrace", "一號櫃位方太"),
        Outlet("科研園網點", "Research Park", "大堂主任阮生"),
        Outlet("漁人碼頭網點", "Fisherman's Wharf", "當值經理包太"),
        Outlet("書院道網點", "College Road", "大堂主任柯生"),
        Outlet("銀街網點", "Silver Street", "二號櫃位鄧小姐"),
        Outlet("西橋網點", "West Bridge", "大堂主任陶生"),
        Outlet("果園坡網點", "Orchard Hill", "當值經理梅太"),
        Outlet("水岸商場網點", "Riverside Mall", "服務臺邵生"),
        Outlet("棉業大廈網點", "Cotton House", "大堂主任蘭小姐"),
        Outlet("機場路網點", "Airport Road", "當值經理段生"),
        Outlet("鐘樓網點", "Clock Tower", "四號櫃位歐太"),
        Outlet("南岸網點", "South Bank", "大堂主任高生"),
    ),
    surnames=(
        ("徐", "Tsui"), ("李", "Lee"), ("王", "Wong"), ("陳", "Chan"), ("劉", "Lau"), ("趙", "Chiu"),
        ("孫", "Suen"),
        ("周", "Chow"), ("吳", "Ng"), ("鄭", "Cheng"), ("林", "Lam"), ("何", "Ho"), ("郭", "Kwok"),
        ("馬", "Ma"),
        ("羅", "Law"), ("梁", "Leung"), ("宋", "Sung"), ("謝", "Tse"), ("韓", "Hon"), ("唐", "Tong"),
        ("馮", "Fung"),
        ("余", "Yu"), ("董", "Tung"), ("蕭", "Siu"), ("程", "Ching"), ("曹", "Tso"), ("袁", "Yuen"),
        ("鄧", "Tang"),
        ("許", "Hui"), ("傅", "Fu"), ("沈", "Shum"), ("曾", "Tsang"), ("彭", "Pang"), ("呂", "Lui"),
        ("蘇", "So"),
        ("盧", "Lo"), ("蔣", "Cheung"), ("蔡", "Choi"), ("葉", "Yip"), ("丁", "Ting"), ("潘", "Poon"),
        ("薛", "Sit"),
        ("杜", "To"), ("嚴", "Yim"), ("石", "Shek"), ("江", "Kong"), ("溫", "Wan"), ("戴", "Tai"),
    ),
    given=(
        ("靜雯", "Grace"), ("志明", "Kelvin"), ("慧芳", "Emily"), ("家樂", "Oliver"), ("美儀", "Helen"),
        ("俊軒", "Marcus"),
        ("佩珊", "Joyce"), ("子健", "Daniel"), ("詩敏", "Sophie"), ("浩然", "Adrian"), ("嘉欣", "Fiona"),
        ("偉業", "Victor"),
        ("曉彤", "Clara"), ("文傑", "Jason"), ("婉婷", "Irene"), ("思齊", "Simon"), ("麗華", "Vivian"),
        ("柏年", "Patrick"),
        ("樂怡", "Nora"), ("永康", "Edmund"), ("雪瑩", "Cecilia"), ("國雄", "Howard"), ("安琪", "Amber"),
        ("立言", "Leon"),
        ("碧琪", "Bridget"), ("振邦", "Winston"), ("依玲", "Elaine"), ("達文", "Terence"), ("希彤", "Hazel"),
        ("銳光", "Raymond"),
        ("淑貞", "Stella"), ("耀輝", "Gordon"), ("翠珊", "Phoebe"), ("啟邦", "Calvin"), ("若琳", "Audrey"),
        ("天恩", "Felix"),
        ("曼玲", "Miranda"), ("德昌", "Douglas"), ("倩儀", "Esther"), ("卓謙", "Jasper"), ("凱晴", "Rowena"),
        ("世榮", "Alvin"),
        ("寶珠", "Beatrice"), ("學勤", "Desmond"), ("芷蕎", "Lydia"), ("景行", "Conrad"), ("秀雲", "Yvonne"),
        ("宇軒", "Tobias"),
        ("諾行", "Nathan"), ("以澄", "Ingrid"), ("仲賢", "Maurice"), ("樂兒", "Serena"),
    ),
    full="{surname}{given}",
    latin="{latin_given} {latin_surname}",
    phone="0000 {n:04d}",
)  # fmt: skip

VOCABULARY: Final = Vocabulary(
    sectors=(
        "銀行股", "保險股", "券商股", "家電股", "旅遊股", "晶片股", "電池股", "光伏股", "醫藥股", "物流股",
        "港口股", "公用股", "軟件股", "汽車零件股", "零售股", "地產股",
    ),
    products=(
        "兩年期債券基金", "貨幣基金", "指數月供計劃", "高息股基金", "可換股債券基金", "九十日票據",
        "退休組合", "黃金儲蓄計劃", "均衡基金", "國債回購",
        "孖展帳戶", "新股認購服務", "每月供款計劃", "短債基金", "醫療主題基金",
    ),
    clients=(
        "退休校長梁太", "士多東主何伯", "牙醫杜醫生", "新婚的方氏夫婦", "的士司機邱師傅", "茶餐廳老闆娘珍姐",
        "夜更護士溫姑娘", "程式員費先生", "收租的柳太",
        "家長安女士", "船務代理游先生", "酒店主管裴小姐", "做傢俬的樊師傅", "退休機師康先生", "藥劑師祝小姐",
        "街市魚檔覃姐", "鋼琴老師樂小姐", "工程師匡先生",
    ),
    firms=(
        "七丘紡織", "藍燈籠食品", "北光印務", "銅壺飲食", "紙船玩具", "蘭苑牙科", "紅杉傢俬", "長青幼稚園",
        "飛鶴吊機", "三角洲塑膠", "銀松酒店", "吉星車行",
        "竹林茶莊", "花崗峰建築", "白浪海產", "日出餅店", "玉泉眼鏡", "長河水泵", "晨露花圃", "鐵閘保安",
        "清水化驗", "金穗商行", "海灣貨倉", "山雀製衣",
    ),
    stops=(
        "博物館廣場", "渡輪碼頭", "北隧道", "二號線", "天橋", "銀街口", "環迴公路", "機場巴士站", "東站",
        "西橋", "學校路口", "五號線", "舊電車站", "海底隧道",
    ),
    up="升{pct}%",
    down="跌{pct}%",
    level="大致持平（變動{pct}%）",
)  # fmt: skip
