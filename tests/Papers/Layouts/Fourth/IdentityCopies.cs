namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>Identity cards: the side with the emblem, and both sides copied onto one sheet.</summary>
static class IdentityCopies
{
    public static string Back(Sheet s) => $"<div class=\"card\" style=\"background:linear-gradient(140deg,#eef5f2,#f6eef0)\">{BackSide(s)}</div>";

    public static string BothSides(Sheet s) =>
        $"""
        <div style="filter:grayscale(1) contrast(1.1);padding:60px 110px">
        <div class="card" style="width:900px;height:520px;border:2px solid #bbb;border-radius:26px;padding:36px;background:#fafafa">
        <p><i>姓　名</i> {s["name"]}</p><p><i>性　别</i> {s["sex"]}　　<i>民　族</i> 汉</p><p><i>出　生</i> {s.Stay.Person.Born.Year} <i>年</i> {s.Stay.Person.Born.Month} <i>月</i> {s.Stay.Person.Born.Day} <i>日</i></p>
        <p class="addr"><i>住　址</i> {s.Stay.Person.Address}</p><p class="no"><i>公民身份号码</i> {s["idNumber"]}</p>
        <svg class="face" viewBox="0 0 100 130"><rect width="100" height="130" fill="#e4e4e4"/><circle cx="50" cy="48" r="26" fill="#aaa"/><path d="M10 130 Q50 70 90 130" fill="#555"/></svg></div>
        <div class="card" style="width:900px;height:520px;border:2px solid #bbb;border-radius:26px;padding:36px;margin-top:70px;background:#fafafa">{BackSide(s)}</div>
        <p style="text-align:center;font-size:26px;margin-top:40px">此复印件仅供办理医疗互助使用，再复印无效</p></div>
        """;

    private static string BackSide(Sheet s)
    {
        var from = s.Stay.Admitted.AddDays(-s.Dice.Between(200, 3000));
        return $"""
            <svg style="position:absolute;left:40px;top:40px" width="150" height="150" viewBox="0 0 100 100"><circle cx="50" cy="50" r="46" fill="#c8342c"/><text x="50" y="64" font-size="44" fill="#f3d36b" text-anchor="middle">★</text></svg>
            <p style="text-align:center;font-size:46px;letter-spacing:6px;margin:40px 0 0 130px">中华人民共和国</p><p style="text-align:center;font-size:66px;letter-spacing:14px;margin:14px 0 0 130px">居民身份证</p>
            <p style="position:absolute;left:150px;bottom:90px"><i>签发机关</i> 越溪市公安局示例分局</p><p style="position:absolute;left:150px;bottom:30px"><i>有效期限</i> {from:yyyy.MM.dd}-{from.AddYears(20):yyyy.MM.dd}</p>
            """;
    }
}
