"""Words and lines that the tests of text share."""

from hypothesis import strategies as st

_TEXT = (
    "Triage and classify Send the known fix AVATAR ToTeVa ticket waffle office flow -> Tomorrow "
    "LTYo Łódź naïve Zürich Ærø 60 % H12 Zendesk CRM Jira KB yes·60 Type AWAY Kyoto WAV (first) "
    "“quoted” it’s 14.1 h 1,234.50 re-check CRM/ERP customer@firm.example Ünïcödé Pāṇini Český"
)
WORDS = tuple(_TEXT.split(" "))
BY_SCRIPT = {
    "Arabic": "مراجعة الطلب (3 أيام) عاجل",
    "Persian": "سلام دنیا، متن فارسی",
    "Hebrew": "בדיקת הבקשה (עד 12:30) דחוף",
    "Thai": "ตรวจสอบคำขอของลูกค้าที่นี่",
    "Devanagari": "ग्राहक के अनुरोध की प्रक्रिया",
    "Bengali": "গ্রাহকের অনুরোধ যাচাই",
    "Gujarati": "ગ્રાહકની વિનંતી",
    "Gurmukhi": "ਗਾਹਕ ਦੀ ਬੇਨਤੀ",
    "Kannada": "ಗ್ರಾಹಕರ ವಿನಂತಿ",
    "Malayalam": "ഉപഭോക്താവിന്റെ അപേക്ഷ",
    "Oriya": "ଗ୍ରାହକଙ୍କ ଅନୁରୋଧ",
    "Sinhala": "පාරිභෝගික ඉල්ලීම",
    "Tamil": "வாடிக்கையாளர் கோரிக்கை",
    "Telugu": "వినియోగదారు అభ్యర్థన",
    "Lao": "ກວດສອບຄຳຮ້ອງຂໍ",
    "Khmer": "ពិនិត្យសំណើ",
    "Myanmar": "တောင်းဆိုမှုကို စစ်ဆေး",
    "Ethiopic": "ጥያቄውን ይፈትሹ።",
    "Georgian": "მოთხოვნის შემოწმება",
    "Armenian": "Ստուգել հարցումը",
    "Greek": "Έλεγχος αιτήματος",
    "Cyrillic": "Проверить заявку, їжак",
    "Vietnamese": "Kiểm tra yêu cầu đặc biệt",
    "Chinese": "检查客户的请求，然后回复。",
    "Japanese": "お客様のリクエストを確認する「至急」",
    "Korean": "고객 요청을 확인한다",
    "Emoji": "👩‍💻 done 🇩🇪 1️⃣ 👍🏽 ⚠️ 🙂",
    "Symbols": "✦ AI → ✓ ✗ ▾ ▲ ⏎ ⌘ ∑ ≤ ½ ™ ₹ ↶ ↷",
    "Mixed": "Order סחורה from 東京 via Zürich ✦ مورد",
}

lines = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join),
    st.lists(st.sampled_from(tuple(BY_SCRIPT.values())), min_size=1, max_size=3).map(" ".join),
    st.text(max_size=40),
    st.text(alphabet="abcXYZ -/·01", min_size=1, max_size=60),
)
