using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Page;

/// <summary>
/// What a watermark camera writes over the photo (水印相机): the hour, the day, the weather, the place and who took it. The day and the place are the photo's, not the paper's,
/// and a place that ends in 卫生院 would be taken for the hospital.
/// </summary>
static partial class CameraMark
{
    /// <summary>So many labels of a panel stand one below the other.</summary>
    private const int FewestLabels = 3;

    /// <summary>Heights of a line from a panel's labels to its values.</summary>
    private const int ToValue = 8;

    /// <summary>Heights of a line between the weather and the place.</summary>
    private const int ToPlace = 7;

    [GeneratedRegex("星期[一二三四五六日天].{0,2}(?:晴|阴|多云|[小中大阵雷]?雨|雪|雾|霾|\\d+°?C|\\d+℃)")]
    private static partial Regex Weather();

    [GeneratedRegex("今日水印|水印相机|马克水印|元道经纬|真实时间")]
    private static partial Regex Maker();

    [GeneratedRegex("^(?:拍摄|拍照|打卡)(?:时间|地点|人)|^天气|^地点|^备注|^经纬?度|^纬度|^海拔|^方位")]
    private static partial Regex Label();

    [GeneratedRegex("^(?:拍摄|拍照|打卡|天气|经纬|海拔)")]
    private static partial Regex OfPhotos();

    [GeneratedRegex(@"^\d{1,2}:\d{2}$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^[\u4e00-\u9fff]{2,}(?:省|自治区|市|县|区)[\u4e00-\u9fff·]{3,}$")]
    private static partial Regex Place();

    /// <summary>The runs without those of such a mark; all of them where there is none.</summary>
    public static IReadOnlyList<Run> Without(IReadOnlyList<Run> runs)
    {
        List<Said> said = [.. runs.Select(run => new Said(run, TextFold.Squeeze(run.Text)))];
        var weather = said.FindAll(s => Weather().IsMatch(s.Word));
        var panel = Panel(said.FindAll(s => Label().IsMatch(s.Word)));
        List<Run> kept = [.. said.Where(s => !Maker().IsMatch(s.Word) && !weather.Exists(w => IsOf(w.Run, s.Run, s.Word)) && !panel(s.Run)).Select(s => s.Run)];
        return kept.Count == runs.Count ? runs : kept;
    }

    private sealed record Said(Run Run, string Word);

    private static bool IsOf(Run weather, Run run, string word)
    {
        var (height, away) = (weather.Height, Math.Abs(run.Y - weather.Y));
        return ReferenceEquals(run, weather)
            || (Clock().IsMatch(word) && run.Height * 2 > height * 3 && away <= 4 * height)
            || (Day().IsMatch(word) && Math.Abs(run.X0 - weather.X0) <= height && away <= 2 * height)
            || (Place().IsMatch(word) && away <= ToPlace * height && run.Height * 2 > height && run.Height < 2 * height && run.X0 <= weather.X0 + height);
    }

    /// <summary>What belongs to a panel of labels and values. The paper's own smaller type that shows through it stays.</summary>
    private static Func<Run, bool> Panel(List<Said> labels)
    {
        if (labels.Find(label => OfPhotos().IsMatch(label.Word))?.Run is not { } first)
            return _ => false;
        var height = first.Height;
        var column = labels.Where(label => Math.Abs(label.Run.X0 - first.X0) <= height).Select(label => label.Run).ToList();
        return column.Count < FewestLabels ? _ => false
            : run => column.Exists(label => ReferenceEquals(label, run) || (Math.Abs(run.Y - label.Y) * 2 <= height && run.X0 > label.X0 && run.X0 - label.X0 <= ToValue * height && run.Height * 4 >= height * 3));
    }
}
