"""What is said of the market in the demo, in Traditional Chinese."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import MarketTalk

MARKET: Final = MarketTalk(
    notes=(
        ("{sector}訂單好轉，單日升{pct}%", "持貨客戶或會查詢應否先行獲利，請先了解資金用途。"),
        ("{sector}中期業績遜預期，回落{pct}%", "相關基金持有{sector}的比重請準備好，準確至小數後一位。"),
        ("{when}大市成交{turnover}億元，投資者觀望", "正好跟進早前沽出{sector}的客戶。"),
        ("七日回購利率{repo}%", "閒置結餘逾{amount}萬元的客戶，值得致電。"),
        ("十年期國債孳息{bond}%", "債券基金輕微上升，趁客戶未看報先講原因。"),
        ("總部策略組調高{sector}至增持", "報告{n}頁，摘要在第二頁。"),
        ("總部策略組調低{sector}至中性", "切勿單憑這一點叫客戶沽貨。"),
        ("孖展新規則{day}生效", "資產少於{amount}萬元的帳戶沿用現行條款。"),
        ("{weekday}有兩隻新股招股（{day}）", "市值逾{amount}萬元的客戶，請提醒認購。"),
        ("{product}{day}截止認購", "上星期共有{n}位客戶查詢。"),
        ("對手以{rate}%高息吸新資金", "條款寫明只限{n}日，把細字給客戶看便可，毋須爭論。"),
        ("消費物價按年升{pct}%", "存戶感受最深，談談實質回報，十分鐘便夠。"),
        ("{day}{time}公布出口數字", "公布之前談{sector}，說話留有餘地。"),
        ("金價隔晚升{pct}%", "儲金客戶買的是平均價，並非高位，宜說清楚。"),
        ("美元轉強{pct}%，{sector}受壓", "經營出口的客戶最先留意。"),
        ("全港基金銷售上月增{pct}%", "大部分流入短債，{sector}主題寥寥可數。"),
        ("期指{day}結算", "尾市或會波動，提醒看盤的客戶。"),
        ("業績期過半，{sector}最為理想", "盈利平均增長{pct}%，對照表留作解答之用。"),
        ("本區住宅成交升{pct}%", "等候置業的資金，只宜放在可隨時提取的地方。"),
        ("當局再次講解退休供款扣稅", "上限不變，仍有{n}位客戶今年未用。"),
        ("{firm}一帶提早發放花紅", "{day}前後員工手頭會較鬆動。"),
        ("某對手的交易程式{when}故障至{time}", "不要落井下石，告訴客戶我們遇到同類情況會怎樣做。"),
    ),
    rising=(
        "料高開，{sector}有望領先，上望{high}點。",
        "{low}至{high}點內反覆向上，資金追捧{sector}。",
        "升勢未完，{high}點以下回調可以吸納。",
        "好淡爭持下偏好，關鍵在成交，{sector}行先。",
        "{sector}守得穩，大市可望修復至{high}點。",
    ),
    quiet=(
        "{low}至{high}點上落，消息面平靜。",
        "{day}數字公布前按兵不動，{sector}輪流表現。",
        "方向未明，{low}和{high}點均有距離。",
        "成交縮減，{sector}原地踏步，靜候消息。",
        "整體平穩，{sector}窄幅上落。",
    ),
    falling=(
        "偏軟，或試{low}點，{sector}受壓。",
        "{sector}獲利回吐，大市回落至{low}點附近。",
        "審慎為上，{high}點以下反彈料遇沽壓。",
        "{sector}見底之前，淡多於好。",
        "料低開，{low}點初步有支持。",
    ),
    held=(
        "看法正確：{when}收報{close}點，{moved}。",
        "一如所料，{when}{moved}，收{close}點。",
        "方向看對，{when}指數{moved}，報{close}點。",
        "判斷站得住，{when}收市{close}點，{moved}。",
    ),
    partly=(
        "對了一半，{when}{moved}，收{close}點，波幅較預期遲來。",
        "只中一部分：{when}收報{close}點，{moved}。",
        "去向仍不明朗，{when}{moved}，報{close}點。",
        "不算對也不算錯，{when}以{close}點收市，{moved}。",
    ),
    missed=(
        "看錯：{when}{moved}，收報{close}點，方向相反。",
        "失準，{when}收{close}點，{moved}，低估了成交。",
        "大市背道而馳，{when}{moved}，報{close}點。",
        "未能應驗，{when}收市{close}點，{moved}，消息在晨會後才傳出。",
    ),
    closed=(
        "期間休市，留待{when}再作回顧。",
        "沒有交易，{when}之前無從驗證。",
        "{when}復市，未有結論。",
    ),
)
