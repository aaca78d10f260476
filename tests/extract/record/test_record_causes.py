import pytest

HITS = [
    (["unauthorized_access"], "サーバーが[CAUSE 不正アクセス]を受け、情報が流出した。"),
    (["unauthorized_access"], "社内のネットワークが侵害され、情報が流出した。"),
    (["vulnerability"], "攻撃者はVPN機器の[CAUSE 脆弱性]を悪用し、情報が流出した。"),
    (["ransomware"], "サーバーが[CAUSE ランサムウェア]に感染し、情報が流出した。"),
    (["ransomware"], "身代金要求型[CAUSE ウイルス]に感染し、情報が流出した。"),
    (["web_skimming"], "決済ページが[CAUSE 改ざん]され、カード情報が流出した。"),
    (
        ["credential_stuffing"],
        "[CAUSE リスト型攻撃]により会員のアカウントが不正ログインされ、情報が閲覧された。",
    ),
    (["phishing"], "[CAUSE フィッシング]メールを開いたことが原因で、情報が流出した。"),
    (["account_takeover"], "職員のメールアカウントが第三者に不正利用され、情報が閲覧された。"),
    (["account_takeover"], "管理用のログイン情報が窃取され、情報が閲覧された。"),
    (["misdelivery"], "職員が[CAUSE 誤送信]し、名簿が流出した。"),
    (["misdelivery"], "本来BCCで送るべきメールを宛先に入れて送り、メールアドレスが流出した。"),
    (["misconfiguration"], "公開範囲の[CAUSE 設定ミス]により、情報が流出した。"),
    (["misconfiguration"], "名簿がインターネット上で誰でも閲覧できる状態になっていたことが判明した。"),
    (["loss"], "職員が名簿を[CAUSE 紛失]した。"),
    (["theft"], "教諭が車上荒らしに遭い、鞄が盗まれた。"),
    (["insider"], "元社員が顧客情報を不正に持ち出した疑いで逮捕された。"),
    (["insider"], "職員による[CAUSE 内部不正]で情報が流出した。"),
    (["other"], "プログラムの不具合により、別の画面に情報が表示された。"),
    (["malware"], "端末が[CAUSE マルウェア]に感染し、情報が流出した。"),
    (
        ["other", "misconfiguration"],
        "システムの不具合により情報が流出した。公開範囲の[CAUSE 設定ミス]も見つかった。",
    ),
    (["account_takeover"], "攻撃者は窃取した職員の認証情報を使い、名簿が流出した。"),
    (["account_takeover"], "管理者のIDとパスワードが抜き取られており、名簿が流出した。"),
    (["account_takeover"], "何者かが教員のパスワードを盗み見て入力し、成績が流出した。"),
    (["insider"], "顧客の住所を知人に漏らしたとして、同社の男性社員が書類送検された。"),
    (["insider"], "元営業部員が顧客の台帳を競合他社へ渡し、情報が流出した。"),
    (["misdelivery"], "配達員が封書を誤って別の家に配達し、情報が流出した。"),
    (["misdelivery"], "相手の一覧を取り違え、旧い宛先へ名簿を転送した。"),
    (["misdelivery"], "送付先を間違えて名簿を投函し、情報が流出した。"),
    (["misdelivery"], "互いの連絡先が表示される形で一斉に送り、情報が流出した。"),
    (["misdelivery"], "宛名の[CAUSE 貼り間違い]で名簿が別の家庭に届き、情報が流出した。"),
    (["misconfiguration"], "情報が流出したのは、誤った閲覧権限の設定が原因だった。"),
    (["theft"], "記憶装置が何者かに[CAUSE 持ち去]られ、名簿が流出した。"),
    (["loss"], "名簿が路上に落ちているのが見つかり、情報が流出した。"),
    (["insider"], "職員が業務に関係なく住民の情報を閲覧していた。"),
    (["insider"], "店員が会員の番号を書き写し、私的に使った。名簿が流出した。"),
    (["insider"], "派遣社員が売り場の端末を撮影し、会員の情報が流出した。"),
    (["other"], "偽の警告が表示され、遠隔操作の道具を入れさせられた。名簿が流出した。"),
    (["web_skimming"], "決済用のプログラムが[CAUSE 書き換え]られ、番号が流出した。"),
    (["misconfiguration"], "教員が成績の表を生徒も入れる場所に誤って投稿し、成績が流出した。"),
    (
        ["unauthorized_access"],
        "古い機器の放置が[CAUSE 不正アクセス]につながったと報告書は記す。名簿が流出した。",
    ),
]

MISSES = [
    ("ransomware", "名簿が流出した。[CAUSE ランサムウェア]への発展も懸念される。"),
    ("theft", "名簿が流出した。[CAUSE 紛失]や[CAUSE 盗難]とは性質が異なる。"),
    ("insider", "名簿が流出した。[CAUSE 内部犯行]の可能性は否定された。"),
    ("account_takeover", "名簿が流出した。アカウントの[CAUSE 乗っ取り]ではなく、店頭での手口だった。"),
    ("malware", "名簿が流出した。[CAUSE ウイルス]に感染した痕跡はなかった。"),
    ("theft", "名簿が流出した。学校では[CAUSE 盗難]の事故も目立ち、注意がいる。"),
    ("unauthorized_access", "名簿が流出した。[CAUSE 設定ミス]は[CAUSE サイバー攻撃]と違い検知されにくい。"),
    ("unauthorized_access", "名簿が流出した。[CAUSE 誤送信]は[CAUSE 不正アクセス]と並ぶ漏えいの型である。"),
    ("phishing", "名簿が流出した。[CAUSE 乗っ取り]の多くは[CAUSE フィッシング]が発端である。"),
    ("phishing", "名簿が流出した。顧客に[CAUSE フィッシング]の案内が届く恐れがある。"),
    ("vulnerability", "名簿が流出した。侵入口は機器の[CAUSE 脆弱性]が大半を占める。"),
    (
        "ransomware",
        "名簿が流出した。この手は[CAUSE 標的型攻撃]の定番で、[CAUSE ランサムウェア]の侵入にもつながる。",
    ),
    ("insider", "名簿が流出した。[CAUSE 内部不正]への備えも含めた点検が望まれる。"),
    ("insider", "名簿が流出した。[CAUSE 内部不正]がなくとも漏えいは起こり得る。"),
    ("malware", "名簿が流出した。[CAUSE ウイルス]感染の有無も確認したい。"),
    ("loss", "名簿が流出した。書類の[CAUSE 紛失]や[CAUSE 盗難]は各地で繰り返されている。"),
    (
        "misconfiguration",
        "名簿を[CAUSE 誤送信]した。印刷から封入までの[CAUSE 設定不備]の洗い出しが急がれる。",
    ),
    ("malware", "「[CAUSE ウイルス]に感染しました」という警告の画面に驚いて電話し、名簿が流出した。"),
    ("malware", "端末に「[CAUSE トロイの木馬]が検出されました」と偽の画面が出た。名簿が流出した。"),
    ("phishing", "情報が流出した。名簿は[CAUSE フィッシング]の精度を高めるために使われる。"),
    ("vulnerability", "名簿が流出した。一般に侵入口は[CAUSE 脆弱性]が多いとされる。"),
    ("vulnerability", "名簿が流出した。この手口は[CAUSE 脆弱性]の有無にかかわらず成立する。"),
    ("ransomware", "名簿が流出した。[CAUSE ランサムウェア]かどうかを同社は明らかにしていない。"),
    ("credential_stuffing", "名簿が流出した。使い回す人は[CAUSE リスト型攻撃]の標的になり得る。"),
    ("loss", "かばんが[CAUSE 盗難]に遭った。名簿は捜したが見つからず、流出した可能性がある。"),
    ("loss", "名簿が流出した。設定の誤りは診断では見つからない場合がある。"),
    ("insider", "元社員のアカウントが残っていて不正に利用され、名簿が流出した。"),
    ("insider", "社員が仕事を自宅でするために名簿を持ち出し、家族と共用の端末から流出した。"),
    ("unauthorized_access", "今回の流出の原因は[CAUSE 不正アクセス]ではありません。名簿を誤って公開した。"),
    ("unauthorized_access", "情報が流出した。[CAUSE 不正アクセス]の痕跡は確認されていない。"),
    ("vulnerability", "情報が流出した。定期的な[CAUSE 脆弱性]診断が推奨される。"),
    ("vulnerability", "情報が流出した。対策として[CAUSE 脆弱性]の早期修正が必要である。"),
    ("vulnerability", "職員が情報を流出させた。内部統制の[CAUSE 脆弱性]を示す事案である。"),
    ("phishing", "情報が流出した。弊社を名乗る[CAUSE フィッシング]メールにご注意ください。"),
    ("phishing", "情報が流出し、顧客が[CAUSE フィッシング]サイトへの誘導を受けた。"),
    ("ransomware", "情報が流出した。類似事例として[CAUSE ランサムウェア]の被害も報告されている。"),
    ("account_takeover", "情報が流出した。アカウントの乗っ取りを防ぐ多要素認証の導入が必要である。"),
    ("misconfiguration", "宛先の[CAUSE 設定を誤]り、メールアドレスが流出した。"),
    ("malware", "身代金要求型[CAUSE ウイルス]に感染し、情報が流出した。"),
    ("web_skimming", "ホームページの一部が[CAUSE 改ざん]され、情報が流出した。"),
    ("theft", "管理用パスワードが盗まれ、情報が流出した。"),
    ("loss", "情報が流出した。不正アクセスの形跡は見つからなかった。"),
    ("insider", "情報が流出した。書類を持ち出す場合は許可を必要とする。"),
    ("other", "[CAUSE 人的ミス]による[CAUSE 誤送信]で情報が流出した。"),
]


@pytest.mark.parametrize(("causes", "text"), HITS)
def test_causes_that_the_text_states(record, causes, text):
    assert record(text).get("cause") == causes


@pytest.mark.parametrize(("cause", "text"), MISSES)
def test_causes_that_it_does_not(record, cause, text):
    assert cause not in record(text).get("cause", [])


def test_causes_come_in_the_order_of_the_text(record):
    made = record(
        "[CAUSE 脆弱性]を突いた[CAUSE 不正アクセス]により[CAUSE マルウェア]に感染し、情報が流出した。"
    )
    assert made["cause"] == ["vulnerability", "unauthorized_access", "malware"]
