namespace Shouwang.Shared.Pictures;

/// <summary>What is wrong with a photo before anything is read on it (照片毛病).</summary>
public enum PictureFault
{
    /// <summary>太暗.</summary>
    TooDark,

    /// <summary>太亮，字发白.</summary>
    TooBright,

    /// <summary>反光.</summary>
    Glare,

    /// <summary>模糊.</summary>
    Blurred,

    /// <summary>离得太远，字太小.</summary>
    TooFar,

    /// <summary>左边没拍全.</summary>
    CutLeft,

    /// <summary>右边没拍全.</summary>
    CutRight,

    /// <summary>上边没拍全.</summary>
    CutTop,

    /// <summary>下边没拍全.</summary>
    CutBottom,
}
