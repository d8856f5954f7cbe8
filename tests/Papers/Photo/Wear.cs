using System.Globalization;
using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Photo;

/// <summary>What happened to a paper before or while it was photographed (污损).</summary>
enum Wear
{
    None,

    /// <summary>Thermal print that has faded, unevenly (热敏褪色).</summary>
    Faded,

    /// <summary>A photo of a screen (摩尔纹).</summary>
    Moire,

    /// <summary>A seal right over the total (压字).</summary>
    Sealed,

    /// <summary>A figure struck out by hand, another written over it (手改).</summary>
    Struck,

    /// <summary>Figures altered, capitals as they were (涂改): must be flagged.</summary>
    Altered,

    /// <summary>Printed far off its lines by a dot-matrix printer (错位).</summary>
    Offset,

    /// <summary>Does not lie flat: rolled about an upright axis (卷曲), so that no row is straight.</summary>
    Rolled,
}

/// <summary>Draws the wear over a paper.</summary>
static class Worn
{
    /// <param name="figures">The total as it is printed on the paper.</param>
    public static string Html(Wear wear, string figures, string owner, Dice dice) => wear switch
    {
        Wear.Faded => string.Create(CultureInfo.InvariantCulture, $"<style>.paper>*{{opacity:{dice.Real(0.34, 0.6):F2}}}</style><div class=\"crease\" style=\"background:linear-gradient({dice.Between(60, 120)}deg,transparent 20%,#fdfdfbaa {dice.Between(30, 45)}%,transparent 60%,#fdfdfb88 80%,transparent)\"></div>"),
        Wear.Moire => string.Create(CultureInfo.InvariantCulture, $"<div class=\"crease\" style=\"mix-blend-mode:multiply;background:repeating-linear-gradient({dice.Between(2, 20)}deg,#00f0 0 3px,#8083 4px 5px),repeating-linear-gradient({dice.Between(80, 100)}deg,#0f00 0 2.6px,#5a52 3.4px 4.4px)\"></div>"),
        Wear.Sealed => $"<template id=\"seal\">{Layouts.Html.Seal(owner, 0, 0)}</template>" + Over(figures, "const t=document.getElementById('seal').content.firstElementChild.cloneNode(true);t.style.left=(x+w/2-105)+'px';t.style.top=(y+h/2-105)+'px';p.append(t)"),
        Wear.Struck => Over(figures, $"p.insertAdjacentHTML('beforeend',`<svg style=\"position:absolute;left:0;top:0;width:100%;height:100%;pointer-events:none\"><path d=\"M ${{x-6}} ${{y+h*0.6}} L ${{x+w+8}} ${{y+h*0.42}}\" stroke=\"#1a3a8a\" stroke-width=\"4\"/><text x=\"${{x+8}}\" y=\"${{y-3}}\" font-size=\"24\" font-style=\"italic\" fill=\"#1a3a8a\">{dice.Between(1000, 9999)}.{dice.Between(10, 99)}</text></svg>`)"),
        Wear.Offset => string.Create(CultureInfo.InvariantCulture, $"<style>.grid td,.grid th,.grid .l{{background:none}}.paper td,.paper span{{position:relative;top:{dice.Real(-9, 9):F1}px;left:{dice.Real(-5, 9):F1}px}}</style>"),
        Wear.Rolled => Rolled(dice.Between(30, 60) * (dice.Chance(50) ? 1 : -1), dice.Real(0.8, 1.3), dice.Real(0, 0.4)),
        _ => "",
    };

    /// <summary>Every column of the picture moved down by its part of a wave.</summary>
    /// <param name="most">How far at most, in pixels.</param>
    /// <param name="waves">Halves of a wave over the width.</param>
    private static string Rolled(int most, double waves, double phase)
    {
        const int Stops = 32;
        // The green of a map tells how far: half of it is nowhere.
        var stops = string.Concat(Enumerable.Range(0, Stops + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"<stop offset='{(double)i / Stops:F4}' stop-color='rgb(128,{127.5 + (Math.Sign(most) * 127.5 * Math.Sin(Math.PI * ((waves * i / Stops) + phase))):F0},128)'/>")));
        var map = Uri.EscapeDataString($"<svg xmlns='http://www.w3.org/2000/svg' width='1000' height='1000'><linearGradient id='g'>{stops}</linearGradient><rect width='1000' height='1000' fill='url(#g)'/></svg>");
        return $$"""
            <svg width="0" height="0" style="position:absolute"><filter id="rolled" x="0" y="-8%" width="100%" height="116%" color-interpolation-filters="sRGB"><feImage href="data:image/svg+xml,{{map}}" preserveAspectRatio="none" result="map"/><feDisplacementMap in="SourceGraphic" in2="map" scale="{{2 * Math.Abs(most)}}" xChannelSelector="R" yChannelSelector="G"/></filter></svg>
            <style>.paper{filter:url(#rolled)}</style>
            """;
    }

    /// <summary>Does something where the figures stand, in the paper's own pixels.</summary>
    private static string Over(string figures, string script) =>
        $$"""
        <script>{
          const p=document.querySelector('.paper'),walk=document.createTreeWalker(p,NodeFilter.SHOW_TEXT),box=n=>{let e=n.parentElement,x=0,y=0;const r=document.createRange();const i=n.data.indexOf('{{figures}}');r.setStart(n,i);r.setEnd(n,i+{{figures.Length}});const t=p.style.transform;p.style.transform='none';const a=r.getBoundingClientRect(),b=p.getBoundingClientRect();p.style.transform=t;return [a.left-b.left,a.top-b.top,a.width,a.height]};
          for(let n;(n=walk.nextNode());){ if(n.parentElement.closest('script,svg,template,style')||!n.data.includes('{{figures}}'))continue; const [x,y,w,h]=box(n);{{script}};break; }
        }</script>
        """;
}
