using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Whether a page was read well enough, and what to say when not (照片质量).</summary>
static class QualityJudge
{
    private const int Hopeless = 8_000;
    private const int Doubtful = 9_300;

    public static PictureQuality Judge(PageText page, IReadOnlyList<TextRow> rows, int labels)
    {
        var characters = rows.Sum(r => r.Squeezed.Length);
        var mean = page.MeanConfidence.Value;
        if (characters == 0)
            return new PictureQuality(false, "照片上没有看到字，请对准单据，把整张纸拍进去，再拍一张。");
        if (mean < Hopeless || (mean < Doubtful && labels < 4))
            return new PictureQuality(false, "照片太模糊了，字看不清。请把单据放平，光线亮一些，手机拿稳对好焦，再拍一张。");
        if (characters < 12)
            return new PictureQuality(false, "照片上的字太少了，请把整张单据都拍进去，再拍一张。");
        return mean < Doubtful ? new PictureQuality(true, "照片有些模糊，有的数字可能看错。方便的话请在亮处放平重新拍一张。") : new PictureQuality(true, null);
    }
}
