"""The catalogues are complete, in their own script, and agree with the code."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import teamops
from teamops.i18n import OWN_NAMES

PACKAGE = Path(teamops.__file__).parent
CHINESE = ("zh_Hant", "zh_Hans")
HAN = re.compile(r"[\u3400-\u9fff]")
PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%(?:\([a-z_]+\))?[sdr]")
LEAST = 500
"""A floor on what is extracted: an extraction that finds nothing must not pass."""

OWN_NAME = re.compile("|".join(OWN_NAMES.values()))
"""What a language calls itself is written in its own script everywhere."""

Key = tuple[str | None, str]
"""The context of a message, where it has one, and its id in the singular."""

WITHOUT_HAN = {"Markdown", "Word", "{n} %"}
"""Messages whose Chinese needs no Han character."""


@cache
def extracted() -> dict[Key, tuple[str, ...]]:
    """Every message of the code, with its plural where it has one."""
    found: dict[Key, tuple[str, ...]] = {}
    for _file, _line, message, _comments, context in extract_from_dir(
        PACKAGE,
        method_map=[("**.py", "python")],
        keywords={"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)},
    ):
        ids = message if isinstance(message, tuple) else (message,)
        if ids[0]:
            found[context, ids[0]] = tuple(ids)
    return found


@cache
def catalogue(code: str) -> Catalog:
    """One catalogue as it is kept."""
    with (PACKAGE / "locale" / code / "LC_MESSAGES" / "teamops.po").open("rb") as file:
        return read_po(file)


def kept(code: str, key: Key) -> Message | None:
    """What a catalogue has of a message."""
    context, message = key
    return catalogue(code).get(message, context)


def translation(message: Message) -> tuple[str, ...]:
    """Its forms."""
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return tuple(form or "" for form in forms)


def test_the_extraction_finds_the_code() -> None:
    assert len(extracted()) >= LEAST


@pytest.mark.parametrize("code", CHINESE)
def test_every_message_is_translated(code: str) -> None:
    missing = [
        key
        for key in extracted()
        if (found := kept(code, key)) is None or not all(translation(found)) or found.fuzzy
    ]
    assert missing == []


@pytest.mark.parametrize("code", CHINESE)
def test_nothing_is_translated_that_nobody_says(code: str) -> None:
    ids: set[Key] = {
        (message.context, message.id if isinstance(message.id, str) else message.id[0])
        for message in catalogue(code)
        if message.id
    }
    assert ids - extracted().keys() == set()


@pytest.mark.parametrize("code", CHINESE)
def test_placeholders_agree(code: str) -> None:
    wrong = []
    for key, ids in extracted().items():
        found = kept(code, key)
        wanted = set(PLACEHOLDER.findall(" ".join(ids)))
        texts = translation(found) if found is not None else ()
        wrong += [(key, text) for text in texts if set(PLACEHOLDER.findall(text)) != wanted]
    assert wrong == []


@pytest.mark.parametrize("code", CHINESE)
def test_every_translation_is_chinese(code: str) -> None:
    wrong = [
        (message.id, message.string)
        for message in catalogue(code)
        if message.id
        and not any(HAN.search(text) for text in translation(message))
        and re.search(r"[A-Za-z]{2}", PLACEHOLDER.sub("", str(message.id)))
        and str(message.id) not in WITHOUT_HAN
    ]
    assert wrong == []


def test_the_scripts_are_not_copied_from_one_another() -> None:
    """Where the two scripts write a character differently, the two catalogues must differ too."""
    pairs = PAIRS.split()
    only_hant = {pair[0] for pair in pairs} | set(NEVER_SIMPLIFIED) | set("「」")
    only_hans = {pair[1] for pair in pairs} | set("“”")
    wrong = []
    for code, foreign in (("zh_Hant", only_hans), ("zh_Hans", only_hant)):
        for message in catalogue(code):
            for text in translation(message) if message.id else ():
                strangers = foreign.intersection(OWN_NAME.sub("", text))
                if strangers:
                    wrong.append((code, text, sorted(strangers)))
    assert wrong == []


PAIRS = (
    "會会 議议 紀纪 網网 點点 團团 隊队 負负 責责 經经 營营 業业 員员 遲迟 曠旷 離离 實实 應应 調调 補补 "
    "訪访 單单 產产 記记 錄录 檔档 開开 關关 數数 據据 庫库 標标 題题 個个 這这 請请 說说 該该 對对 沒没 "
    "還还 與与 為为 於于 從从 後后 時时 間间 長长 門门 問问 頁页 項项 預预 領领 頭头 顯显 類类 選选 過过 "
    "進进 運运 達达 適适 遠远 連连 邊边 動动 務务 勞劳 勝胜 區区 協协 卻却 參参 雙双 發发 變变 叢丛 嗎吗 "
    "啟启 喚唤 圖图 園园 場场 壞坏 執执 報报 塊块 夠够 學学 寫写 將将 導导 帳账 帶带 幫帮 幾几 廣广 張张 "
    "強强 彈弹 彙汇 復复 態态 憑凭 戶户 撥拨 擇择 擬拟 擴扩 換换 損损 搖摇 敗败 斷断 無无 顧顾 曆历 書书 "
    "條条 來来 東东 樣样 機机 檢检 權权 歸归 決决 減减 測测 溫温 滿满 滾滚 濾滤 狀状 獎奖 現现 環环 畫画 "
    "異异 當当 瘋疯 盤盘 監监 碼码 確确 礎础 種种 稱称 積积 競竞 筆笔 範范 簡简 簽签 籤签 紅红 約约 級级 "
    "細细 終终 組组 結结 給给 統统 絡络 絕绝 維维 緊紧 線线 編编 練练 縮缩 總总 繼继 續续 羅罗 習习 聯联 "
    "聽听 職职 脫脱 舊旧 華华 萬万 蓋盖 處处 號号 術术 裝装 裡里 複复 見见 規规 視视 覺觉 觀观 計计 訂订 "
    "討讨 訊讯 訓训 設设 許许 訴诉 註注 評评 詞词 試试 詳详 認认 語语 誤误 課课 誰谁 談谈 論论 講讲 證证 "
    "識识 讀读 讓让 貝贝 財财 貨货 貫贯 費费 資资 賬账 質质 購购 贈赠 趨趋 車车 軟软 較较 載载 輕轻 輸输 "
    "轉转 辦办 農农 遞递 遺遗 郵邮 鄰邻 釋释 針针 鈕钮 錯错 鍵键 鎖锁 鏡镜 鐘钟 閉闭 閱阅 陽阳 際际 隨随 "
    "險险 隱隐 雜杂 電电 靜静 響响 須须 順顺 顏颜 風风 飛飞 館馆 馬马 駐驻 驗验 齊齐 齡龄 側侧 備备 傳传 "
    "僅仅 價价 優优 內内 兩两 冊册 剛刚 創创 劃划 勵励 並并 儲储 別别 刪删 則则 勢势 匯汇 國国 圍围 夾夹 "
    "尋寻 層层 屬属 崗岗 揚扬 暫暂 棄弃 構构 欄栏 歷历 氣气 況况 淺浅 灣湾 眾众 節节 義义 藝艺 虛虚 覽览 "
    "觸触 話话 誌志 貼贴 輪轮 銜衔 銷销 鏈链 陸陆 額额 騰腾 體体"
)
"""Traditional and simplified form of one character, of which neither is right in the other script."""

NEVER_SIMPLIFIED = "週準採製餘麼衝蹤臺併"
"""Characters whose simplified form is a character of its own in the traditional script, too."""
