namespace Shouwang.Shared.Pictures;

/// <summary>Faults of a photo → what to do better (拍照提示), in everyday words.</summary>
public static class PictureAdvice
{
    /// <summary>One or more sentences; null where there is nothing to do better.</summary>
    public static string? Of(IReadOnlyList<PictureFault> faults)
    {
        var sides = string.Join('、', faults.Select(Side).OfType<string>());
        var words = string.Concat(faults.Select(Words)) + (sides.Length > 0 ? $"{sides}没拍全，往后退一点，把整张纸的{sides}都拍进去。" : "");
        return words.Length > 0 ? words : null;
    }

    /// <summary>The same of a file, a PDF, which nobody photographs: the paper itself, photographed, is what helps.</summary>
    /// <param name="readable">Something was read, though not surely.</param>
    public static string OfFile(IReadOnlyList<PictureFault> faults, bool readable)
    {
        var why = string.Join('、', faults.Select(InFile).OfType<string>());
        var letters = why.Length > 0 ? $"的字{why}，" : "";
        return readable
            ? $"这份文件里{letters}有的地方看不太清，有的数字可能看错。方便的话，请对着原来的纸拍照发来。"
            : $"这份文件里{(why.Length > 0 ? letters : "的字")}看不清。请对着原来的纸拍照发来；没有纸，请到医院打印一份再拍。";
    }

    private static string? InFile(PictureFault fault) => fault switch
    {
        PictureFault.TooDark => "太暗",
        PictureFault.TooBright => "太淡",
        PictureFault.Glare => "被反光盖住",
        PictureFault.Blurred => "太糊",
        PictureFault.TooFar => "太小",
        _ => null,
    };

    private static string? Words(PictureFault fault) => fault switch
    {
        PictureFault.TooDark => "照片太暗，请开灯，或者拿到亮的地方拍。",
        PictureFault.TooBright => "照片太亮，字发白了，请避开太阳和灯直照的地方拍。",
        PictureFault.Glare => "纸上反光，有一块字看不见，请关掉闪光灯，换个角度拍。",
        PictureFault.Blurred => "照片拍糊了，请把纸放平，手机拿稳，点一下屏幕对准字再拍。",
        PictureFault.TooFar => "离得太远，字太小，请靠近一点，让纸占满画面。",
        _ => null,
    };

    private static string? Side(PictureFault fault) => fault switch
    {
        PictureFault.CutLeft => "左边",
        PictureFault.CutRight => "右边",
        PictureFault.CutTop => "上边",
        PictureFault.CutBottom => "下边",
        _ => null,
    };
}
