using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>Small papers and foreign ones: an identity card of another make, a volunteer's card (代办证), bills in other languages.</summary>
static class Cards
{
    public static readonly Layout[] All =
    [
        new("identity-card-plain", PaperKind.IdentityCard, 1010, 4, Identity, "second"),
        new("volunteer-card", PaperKind.VolunteerCard, 860, 4, Volunteer, "second"),
        new("foreign-english", PaperKind.Other, 1200, 5, English, "second"),
        new("foreign-japanese", PaperKind.Other, 1200, 5, Japanese, "second"),
    ];

    private static string Identity(Sheet s) =>
        $"""
        <div class="card plaincard"><p>姓名　{s["name"]}</p><p>性别　{s["sex"]}　民族　汉</p><p>出生　{s.Stay.Person.Born.Year}年{s.Stay.Person.Born.Month}月{s.Stay.Person.Born.Day}日</p>
        <p class="addr">住址　{s.Stay.Person.Address}</p><p class="no">公民身份号码　{s["idNumber"]}</p></div>
        """;

    private static string Volunteer(Sheet s) =>
        $"""
        <div class="card plaincard" style="text-align:center"><h2>代 办 证</h2><p>守望村村级医疗互助会</p><p>代办员：{s["name"]}</p><p>编号：{s["cardNumber"]}</p>
        <p style="font-size:22px">凭此证帮助村民拍单据、交资料，不收钱，不问密码。<br>扫码或打电话可核对真假。</p></div>
        """;

    private static string English(Sheet s) =>
        $"""
        <h1>Example General Hospital</h1><h2>INPATIENT INVOICE</h2><p>Patient: Jane Example　　Invoice No. {s.Dice.Between(10000, 99999)}　　Date: {s.Stay.Discharged:yyyy-MM-dd}</p>
        {Html.Table("grid", ["Description", "Qty", "Unit price", "Amount"], [["Room and board", "3", "420.00", "1260.00"], ["Laboratory", "1", "310.50", "310.50"], ["Pharmacy", "1", "96.40", "96.40"], ["Radiology, CT chest", "1", "540.00", "540.00"]])}
        <p>Total due: USD 2206.90</p><p>Insurance paid: 1800.00　　Patient responsibility: 406.90</p>
        """;

    private static string Japanese(Sheet s) =>
        $"""
        <h1>さくら総合病院</h1><h2>診療費請求書兼領収書</h2><p>お名前：見本 花子 様　　発行日：{s.Stay.Discharged:yyyy}年{s.Stay.Discharged.Month}月{s.Stay.Discharged.Day}日</p>
        {Html.Table("grid", ["区分", "点数", "金額"], [["初・再診料", "288", "2,880円"], ["検査", "1,204", "12,040円"], ["投薬", "310", "3,100円"], ["入院料", "4,410", "44,100円"]])}
        <p>請求金額：18,640円　　消費税：0円　　負担割合：3割</p><p>上記の金額を領収いたしました。</p>
        """;
}
